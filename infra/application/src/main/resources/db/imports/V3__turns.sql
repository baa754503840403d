-- Jobs are put aside for others and taken up again: where in the file each stands, and which are not through yet.

ALTER TABLE job ADD COLUMN read_to bigint NOT NULL DEFAULT 0;

DROP INDEX job_open;
CREATE INDEX job_unfinished ON job (submitted_at) WHERE state IN ('RECEIVING', 'WAITING', 'RUNNING');
