-- What the rows of a dry run would have brought in, as digests; gone when the job ends.
CREATE TABLE foreseen (
    job  uuid   NOT NULL REFERENCES job ON DELETE CASCADE,
    mark text   NOT NULL,
    row  bigint NOT NULL,
    PRIMARY KEY (job, mark)
);
