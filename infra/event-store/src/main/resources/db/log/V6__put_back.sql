-- What was seen has to be there: where a version is gone that a change was decided on, the log was put back, and nothing of
-- the batch is recorded, lest a case have versions 0 and 2. The process may not have noticed yet, and a decision may be under
-- way while it does. A version that is gone and was given out again meanwhile is not told apart here.

ALTER FUNCTION append(text[], text[], text[], text[], int[], int[], uuid[], bigint[], int[], uuid[], bigint[], text[], int[],
    text[], text[], timestamptz[], int[], uuid[], int[], text[], uuid[], bytea[], uuid[]) RENAME TO append_seen;

-- Takes and gives what log.append_seen does; where the log was put back, the row numbered 0 has the outcome PUT_BACK. Every
-- change is OVERTAKEN then, also for processes of an older version, which do not know that outcome.
CREATE FUNCTION append(
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
BEGIN
    -- As in log.append_each: the functions called find themselves holding it.
    PERFORM pg_advisory_xact_lock(hashtextextended('org.huhang.log', 0));

    IF EXISTS (
        SELECT FROM unnest(x_stream, x_version) AS x (stream, version)
        WHERE x.version >= 0
            AND NOT EXISTS (SELECT FROM log.event e WHERE e.stream = x.stream AND e.version = x.version))
    THEN
        RETURN QUERY
        SELECT 0, 'PUT_BACK', h.position, h.recorded_at, clock_timestamp(), NULL::text, NULL::text FROM log.head h;
        RETURN QUERY
        SELECT no, 'OVERTAKEN', NULL::bigint, NULL::timestamptz, NULL::timestamptz, NULL::text, NULL::text
        FROM generate_series(1, cardinality(owners)) AS no;
        RETURN;
    END IF;

    RETURN QUERY SELECT * FROM log.append_seen(owners, keys, digests, answers, facts, x_change, x_stream, x_version,
        f_change, f_stream, f_version, f_name, f_revision, f_payload, f_metadata, f_at, f_effective, f_message,
        i_change, i_kind, i_case, i_digest, i_other);
END
$$;
