-- Indexed text is ordered by its bytes, whatever this database orders by: another order is a library's, and an update of the
-- library would leave the index damaged. Sex is no key, but figures come in its order.
ALTER TABLE spell ALTER COLUMN measure TYPE text COLLATE "C", ALTER COLUMN sex TYPE text COLLATE "C";
