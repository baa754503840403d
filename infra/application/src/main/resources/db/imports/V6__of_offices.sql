-- The newest lists of some offices, found without looking at those of all others. Ordered by bytes, as all indexed text is.
ALTER TABLE job ALTER COLUMN jurisdiction TYPE text COLLATE "C";

CREATE INDEX job_of_office ON job (jurisdiction, submitted_at DESC) WHERE state <> 'RECEIVING';
DROP INDEX job_recent;
