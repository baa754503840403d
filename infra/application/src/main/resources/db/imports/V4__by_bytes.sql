-- Indexed text is ordered by its bytes, whatever this database orders by: another order is a library's, and an update of the
-- library would leave the index damaged.
ALTER TABLE foreseen ALTER COLUMN mark TYPE text COLLATE "C";
