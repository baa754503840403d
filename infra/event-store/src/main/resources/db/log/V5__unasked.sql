-- No row is ever found by any of these, so there is nothing to know of how they are spread; to sort a sample of them was a
-- good part of what autovacuum had to do.
ALTER TABLE event ALTER COLUMN payload SET STATISTICS 0, ALTER COLUMN metadata SET STATISTICS 0,
    ALTER COLUMN message_id SET STATISTICS 0;
ALTER TABLE receipt ALTER COLUMN answer SET STATISTICS 0, ALTER COLUMN request_digest SET STATISTICS 0;
