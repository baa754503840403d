-- Whether it is written down in schema log which cases are closed as registered in error: not of a log that was followed before
-- that was kept, and so had to be looked through for them.
ALTER TABLE head ADD COLUMN errors_known boolean NOT NULL DEFAULT true;

UPDATE head SET errors_known = false WHERE position > 0;
