-- The usual case in as few steps as it takes: nearly every batch is of changes that nothing stands against. What would is
-- a row that is there already, so the unique keys tell, and next to nothing is looked up beforehand.

-- Appends all of these facts with their receipts and what they say about the identities of new cases, or nothing at all.
-- Gives back how the log stood before; no row where a fact, a receipt, a case or a document's holder is there already.
-- Who is told so asks log.append, which finds out whose it is.
--
-- x: what is expected of cases that get no fact. f: facts, in order, each the next of its case. r_fact: the last fact that
-- the receipt reports, counted from 1 in the order of f; 0 for none.
CREATE FUNCTION append_unopposed(
    x_stream uuid[], x_version bigint[],
    f_stream uuid[], f_version bigint[], f_name text[], f_revision int[], f_payload text[], f_metadata text[],
    f_effective int[], f_message uuid[],
    r_owner text[], r_key text[], r_digest text[], r_answer text[], r_fact int[],
    l_case uuid[], l_digest bytea[],
    d_case uuid[], d_digest bytea[])
RETURNS TABLE (last_position bigint, last_at timestamptz, now_at timestamptz)
LANGUAGE plpgsql
-- As for log.append.
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
AS $$
DECLARE
    before  log.head;
    at_once timestamptz;
    at_last timestamptz;
BEGIN
    -- As in log.append.
    PERFORM pg_advisory_xact_lock(hashtextextended('org.huhang.log', 0));
    IF cardinality(x_stream) > 0 THEN
        PERFORM FROM unnest(x_stream, x_version) AS x (stream, version)
        JOIN log.event e ON e.stream = x.stream AND e.version > x.version;
        IF FOUND THEN
            RETURN;
        END IF;
    END IF;
    SELECT * INTO before FROM log.head;
    at_once := clock_timestamp();
    at_last := greatest(before.recorded_at, at_once);
    BEGIN
        INSERT INTO log.event (position, stream, version, name, revision, payload, metadata, recorded_at, effective_on,
            message_id)
        SELECT before.position + f.place, f.stream, f.version, f.name, f.revision, f.payload::jsonb, f.metadata::jsonb,
            at_last, date '1970-01-01' + f.effective, f.message
        FROM unnest(f_stream, f_version, f_name, f_revision, f_payload, f_metadata, f_effective, f_message)
            WITH ORDINALITY AS f (stream, version, name, revision, payload, metadata, effective, message, place);

        INSERT INTO log.receipt (owner, key, request_digest, answer, position)
        SELECT r.owner, r.key, r.digest, r.answer::jsonb, before.position + r.fact
        FROM unnest(r_owner, r_key, r_digest, r_answer, r_fact) AS r (owner, key, digest, answer, fact);

        IF cardinality(l_case) > 0 THEN
            INSERT INTO log.lookalike (case_id, digest) SELECT * FROM unnest(l_case, l_digest);
        END IF;
        IF cardinality(d_case) > 0 THEN
            INSERT INTO log.document_holder (case_id, digest) SELECT * FROM unnest(d_case, d_digest);
        END IF;
    EXCEPTION WHEN unique_violation THEN
        RETURN;
    END;
    IF cardinality(f_stream) > 0 THEN
        PERFORM pg_notify('huhang_log', (before.position + cardinality(f_stream))::text);
    END IF;
    RETURN QUERY SELECT before.position, before.recorded_at, at_once;
END
$$;
