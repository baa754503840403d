-- Indexed text is ordered by its bytes, whatever this database orders by: another order is a library's, and an update of the
-- library would leave the index damaged.
ALTER TABLE fact ALTER COLUMN actor TYPE text COLLATE "C", ALTER COLUMN name TYPE text COLLATE "C",
    ALTER COLUMN request_id TYPE text COLLATE "C";
