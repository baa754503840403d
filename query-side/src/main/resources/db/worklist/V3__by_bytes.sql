-- Indexed text is ordered by its bytes, whatever this database orders by: another order is a library's, and an update of the
-- library would leave the index damaged.
ALTER TABLE task ALTER COLUMN kind TYPE text COLLATE "C";
