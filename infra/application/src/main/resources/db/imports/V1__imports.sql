-- Import jobs: the file as handed in, how far it has come, and what became of every row.

CREATE TABLE job (
    id              uuid PRIMARY KEY,
    file_name       text        NOT NULL,
    dry_run         boolean     NOT NULL,
    actor           text        NOT NULL,
    role            text        NOT NULL,
    jurisdiction    text        NOT NULL,
    request_id      text        NOT NULL,
    submitted_at    timestamptz NOT NULL,
    state           text        NOT NULL DEFAULT 'RECEIVING'
        CHECK (state IN ('RECEIVING', 'WAITING', 'RUNNING', 'DONE', 'FAILED')),
    bytes           bigint      NOT NULL DEFAULT 0,
    last_row        bigint      NOT NULL DEFAULT 1,
    imported        bigint      NOT NULL DEFAULT 0,
    unchanged       bigint      NOT NULL DEFAULT 0,
    refused         bigint      NOT NULL DEFAULT 0,
    duplicates      bigint      NOT NULL DEFAULT 0,
    attempts        integer     NOT NULL DEFAULT 0,
    encoding        text,
    ignored_columns text[]      NOT NULL DEFAULT '{}',
    failure         jsonb,
    finished_at     timestamptz,
    runner          uuid,
    heard_at        timestamptz
);

CREATE INDEX job_open ON job (submitted_at) WHERE state IN ('WAITING', 'RUNNING');
CREATE INDEX job_recent ON job (submitted_at DESC);

CREATE TABLE piece (
    job   uuid    NOT NULL REFERENCES job ON DELETE CASCADE,
    piece integer NOT NULL,
    bytes bytea   NOT NULL,
    PRIMARY KEY (job, piece)
);

CREATE TABLE row_result (
    job      uuid   NOT NULL REFERENCES job ON DELETE CASCADE,
    row      bigint NOT NULL,
    outcome  text   NOT NULL,
    case_id  uuid,
    screened text[] NOT NULL,
    reasons  jsonb  NOT NULL,
    PRIMARY KEY (job, row)
);
