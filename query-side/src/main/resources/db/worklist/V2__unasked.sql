-- No row is ever found by its state, so there is nothing to know of how states are spread; to sort a sample of them was a good
-- part of what autovacuum had to do.
ALTER TABLE agenda ALTER COLUMN state SET STATISTICS 0;

-- A state is replaced where it stands, without an entry in the index, as long as its page has room.
ALTER TABLE agenda SET (fillfactor = 80);
