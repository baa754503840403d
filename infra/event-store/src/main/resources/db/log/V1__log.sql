-- The log: every fact about every case, in one order, kept for ever.

CREATE TABLE event (
    position     bigint      PRIMARY KEY CHECK (position > 0),
    stream       uuid        NOT NULL,
    version      bigint      NOT NULL CHECK (version >= 0),
    name         text        NOT NULL CHECK (name <> ''),
    revision     integer     NOT NULL CHECK (revision > 0),
    payload      jsonb       NOT NULL CHECK (jsonb_typeof(payload) = 'object'),
    metadata     jsonb       NOT NULL CHECK (jsonb_typeof(metadata) = 'object'),
    recorded_at  timestamptz NOT NULL,
    effective_on date        NOT NULL,
    message_id   uuid        NOT NULL UNIQUE,
    UNIQUE (stream, version)
);

COMMENT ON COLUMN event.position IS 'Gapless from 1, in commit order: taken under a lock held until the commit.';
COMMENT ON COLUMN event.recorded_at IS 'When it became known. Never decreases along positions.';
COMMENT ON COLUMN event.effective_on IS 'The day from which it is true, in Asia/Shanghai.';

-- recorded_at grows with position, so a few pages find an instant.
CREATE INDEX event_recorded_at ON event USING brin (recorded_at);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The log is append-only: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The role that migrates is the role that runs: it takes the right away from itself and from everybody.
REVOKE UPDATE, DELETE, TRUNCATE ON event FROM PUBLIC, CURRENT_USER;

-- Answers already given, by idempotency key. Written in the transaction of the facts they report.
CREATE TABLE receipt (
    owner          text        NOT NULL,
    key            text        NOT NULL,
    request_digest text        NOT NULL,
    answer         jsonb       NOT NULL,
    recorded_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (owner, key)
);

-- What makes this installation's digests its own. One row.
CREATE TABLE installation (
    the_one         boolean PRIMARY KEY DEFAULT true CHECK (the_one),
    blind_index_key bytea   NOT NULL CHECK (length(blind_index_key) = 32)
);

INSERT INTO installation (blind_index_key)
VALUES (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

-- Which case holds which document. Digests only, derived from the log alone.
CREATE TABLE document_holder (
    digest  bytea PRIMARY KEY,
    case_id uuid  NOT NULL
);
CREATE INDEX document_holder_case ON document_holder (case_id);

-- Name, sex and birth date of each case, to find children who may be registered twice.
CREATE TABLE lookalike (
    case_id uuid  PRIMARY KEY,
    digest  bytea NOT NULL
);
CREATE INDEX lookalike_digest ON lookalike (digest);

-- Where an absorbed case lives on.
CREATE TABLE merged_case (
    absorbed uuid PRIMARY KEY,
    survivor uuid NOT NULL CHECK (survivor <> absorbed)
);
