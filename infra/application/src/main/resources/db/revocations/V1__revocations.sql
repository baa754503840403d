-- Tokens refused though they are genuine and not expired: who revoked which, and who lifted that again. Acts are numbered
-- through both tables in the order in which they took hold, and stay as they are.

CREATE TABLE revocation (
    id            bigint PRIMARY KEY,
    token_id      text,
    subject       text,
    -- Of a subject's tokens, those issued before; without it, every one.
    issued_before timestamptz,
    -- When it ends by itself.
    until         timestamptz,
    reason        text,
    revoked_by    text        NOT NULL,
    request_id    text        NOT NULL,
    revoked_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    CHECK (num_nonnulls(token_id, subject) = 1),
    CHECK (token_id IS NULL OR issued_before IS NULL)
);

CREATE TABLE lifting (
    id         bigint      NOT NULL UNIQUE,
    revocation bigint      PRIMARY KEY REFERENCES revocation,
    lifted_by  text        NOT NULL,
    request_id text        NOT NULL,
    lifted_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Revocations are append-only: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON revocation
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON lifting
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE VIEW shown AS
SELECT revocation.*, lifted_by, lifting.request_id AS lifting_request_id, lifted_at,
       lifting.revocation IS NULL AND (until IS NULL OR until > clock_timestamp()) AS in_force
FROM revocation LEFT JOIN lifting ON lifting.revocation = revocation.id;

CREATE VIEW newest AS
SELECT greatest((SELECT max(id) FROM revocation), (SELECT max(id) FROM lifting), 0) AS id;
