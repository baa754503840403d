-- What stands beside a log that Axon Server keeps: all of it follows from that log, but for the receipts of refusals and
-- what is not decided yet. Empty while the log is PostgreSQL's.

-- Where each fact has its place: the server tells a case's facts without it.
CREATE TABLE fact (
    position    bigint      PRIMARY KEY CHECK (position > 0),
    stream      uuid        NOT NULL,
    version     bigint      NOT NULL CHECK (version >= 0),
    recorded_at timestamptz NOT NULL,
    UNIQUE (stream, version)
);

COMMENT ON COLUMN fact.recorded_at IS 'By the clock of the process that appended it, but never before its predecessor.';

-- How far the log has been followed. One row, locked while somebody takes a step.
CREATE TABLE head (
    the_one     boolean     PRIMARY KEY DEFAULT true CHECK (the_one),
    position    bigint      NOT NULL,
    recorded_at timestamptz NOT NULL
);

INSERT INTO head (position, recorded_at) VALUES (0, 'epoch');

-- Answers already given, by the mark of the idempotency key that the facts carry too.
CREATE TABLE receipt (
    mark         uuid  PRIMARY KEY,
    request_mark uuid  NOT NULL,
    answer       jsonb NOT NULL
);

-- Under which id a registration with this key opens its case, whoever tries it and however often.
CREATE TABLE opening (
    mark    uuid PRIMARY KEY,
    case_id uuid NOT NULL
);

-- Documents of facts under way: nobody else may record them until that is settled or the time is up.
CREATE TABLE claim (
    command uuid        NOT NULL,
    digest  bytea       NOT NULL,
    case_id uuid        NOT NULL,
    until   timestamptz NOT NULL,
    PRIMARY KEY (digest, command)
);
CREATE INDEX claim_command ON claim (command);
