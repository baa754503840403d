-- No row is ever found by its line, so there is nothing to know of how lines are spread; to sort a sample of them was a good
-- part of what autovacuum had to do.
ALTER TABLE timeline ALTER COLUMN line SET STATISTICS 0;

-- A line is replaced where it stands, without an entry in the index, as long as its page has room.
ALTER TABLE timeline SET (fillfactor = 80);
