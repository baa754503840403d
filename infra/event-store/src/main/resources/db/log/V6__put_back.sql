-- What was seen has to be there: where a version is gone that a change was decided on, the log was put back, and nothing of
-- the batch is recorded, lest a case have versions 0 and 2. The process may not have noticed yet, and a decision may be under
-- way while it does. A version that is gone and was given out again meanwhile is not told apart here.

-- As before, but for the outcome PUT_BACK of the row numbered 0. Every change is OVERTAKEN then, also for processes of an
-- older version, which do not know that outcome.
CREATE OR REPLACE FUNCTION append(
    owners text[], keys text[], digests text[], answers text[], facts int[],
    x_change int[], x_stream uuid[], x_version bigint[],
    f_change int[], f_stream uuid[], f_version bigint[], f_name text[], f_revision int[], f_payload text[],
    f_metadata text[], f_at timestamptz[], f_effective int[], f_message uuid[],
    i_change int[], i_kind text[], i_case uuid[], i_digest bytea[], i_other uuid[])
RETURNS TABLE (change int, outcome text, last_position bigint, last_at timestamptz, now_at timestamptz, digest text, answer text)
LANGUAGE plpgsql
-- As for log.append_each.
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
AS $$
#variable_conflict use_column
DECLARE
    before  log.head;
    at_once timestamptz;
    at_last timestamptz;
BEGIN
    -- As in log.append_each, which finds itself holding it.
    PERFORM pg_advisory_xact_lock(hashtextextended('org.huhang.log', 0));

    IF EXISTS (
        SELECT FROM unnest(x_stream, x_version) AS x (stream, version)
        WHERE x.version >= 0
            AND NOT EXISTS (SELECT FROM log.event e WHERE e.stream = x.stream AND e.version = x.version))
    THEN
        SELECT * INTO before FROM log.head;
        RETURN QUERY SELECT 0, 'PUT_BACK', before.position, before.recorded_at, clock_timestamp(), NULL::text, NULL::text;
        RETURN QUERY
        SELECT no, 'OVERTAKEN', NULL::bigint, NULL::timestamptz, NULL::timestamptz, NULL::text, NULL::text
        FROM generate_series(1, cardinality(owners)) AS no;
        RETURN;
    END IF;

    -- Simulated times, and what takes identities back, are for log.append_each; and so is who only looked at a case that has
    -- gone on, for no key tells that. A change with facts and one expectation has it of the case that it writes to.
    IF cardinality(array_remove(f_at, NULL)) = 0 AND i_kind <@ ARRAY['L', 'D'] AND NOT EXISTS (
        SELECT FROM unnest(x_change, x_stream, x_version) WITH ORDINALITY AS x (no, stream, version, place)
        WHERE (facts[x.no] = 0 OR x_change[x.place::int - 1] = x.no
                OR x_change[x.place::int + 1] = x.no)
            AND EXISTS (SELECT FROM log.event e WHERE e.stream = x.stream AND e.version > x.version))
    THEN
        BEGIN
            SELECT * INTO before FROM log.head;
            at_once := clock_timestamp();
            at_last := greatest(before.recorded_at, at_once);

            -- Facts last: a key that was answered before leaves dead rows in its own table alone.
            INSERT INTO log.receipt (owner, key, request_digest, answer, position)
            SELECT k.owner, k.key, k.digest, k.answer::jsonb, before.position + k.so_far
            FROM (
                SELECT c.*, sum(c.facts) OVER (ORDER BY c.no) AS so_far
                FROM unnest(owners, keys, digests, answers, facts) WITH ORDINALITY
                    AS c (owner, key, digest, answer, facts, no)) k
            WHERE k.key IS NOT NULL;

            IF cardinality(i_kind) > 0 THEN
                INSERT INTO log.document_holder (digest, case_id)
                SELECT i.digest, i.case_id FROM unnest(i_kind, i_case, i_digest) AS i (kind, case_id, digest)
                WHERE i.kind = 'D';

                INSERT INTO log.lookalike (case_id, digest)
                SELECT i.case_id, i.digest FROM unnest(i_kind, i_case, i_digest) AS i (kind, case_id, digest)
                WHERE i.kind = 'L';
            END IF;

            INSERT INTO log.event (position, stream, version, name, revision, payload, metadata, recorded_at, effective_on,
                message_id)
            SELECT before.position + f.place, f.stream, f.version, f.name, f.revision, f.payload::jsonb, f.metadata::jsonb,
                at_last, date '1970-01-01' + f.effective, f.message
            FROM unnest(f_stream, f_version, f_name, f_revision, f_payload, f_metadata, f_effective, f_message)
                WITH ORDINALITY AS f (stream, version, name, revision, payload, metadata, effective, message, place);

            IF cardinality(f_stream) > 0 THEN
                PERFORM pg_notify('huhang_log', (before.position + cardinality(f_stream))::text);
            END IF;
            RETURN QUERY SELECT 0, 'UNOPPOSED', before.position, before.recorded_at, at_once, NULL::text, NULL::text;
            RETURN;
        EXCEPTION WHEN unique_violation THEN
            NULL;
        END;
    END IF;

    RETURN QUERY SELECT * FROM log.append_each(owners, keys, digests, answers, facts, x_change, x_stream, x_version,
        f_change, f_stream, f_version, f_name, f_revision, f_payload, f_metadata, f_at, f_effective, f_message,
        i_change, i_kind, i_case, i_digest, i_other);
END
$$;
