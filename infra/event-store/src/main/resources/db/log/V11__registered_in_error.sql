-- A case that is closed as registered in error holds no document and looks like nobody, until it is reopened. So do the cases
-- that were absorbed into it.

CREATE TABLE case_in_error (
    case_id uuid PRIMARY KEY
);

-- The documents that such cases had and, reopened, claim again.
CREATE TABLE document_in_error (
    case_id uuid  NOT NULL,
    digest  bytea NOT NULL,
    PRIMARY KEY (case_id, digest)
);

CREATE INDEX merged_case_survivor ON merged_case (survivor);

-- A case and all that were absorbed into it, and into those.
CREATE FUNCTION carried_by(of uuid) RETURNS SETOF uuid LANGUAGE sql STABLE ROWS 2 AS $$
    WITH RECURSIVE carried (case_id) AS (
        SELECT of
        UNION
        SELECT m.absorbed FROM log.merged_case m JOIN carried ON m.survivor = carried.case_id)
    SELECT case_id FROM carried
$$;

-- Those that were closed so before this was kept.
INSERT INTO case_in_error (case_id)
SELECT last.stream
FROM (
    SELECT DISTINCT ON (e.stream) e.stream, e.name, e.payload
    FROM log.event e
    WHERE e.name IN ('CaseClosed', 'CaseReopened')
    ORDER BY e.stream, e.version DESC) AS last
WHERE last.name = 'CaseClosed' AND last.payload ->> 'reason' = 'REGISTERED_IN_ERROR';

WITH freed AS (
    DELETE FROM document_holder h
    USING case_in_error e CROSS JOIN LATERAL log.carried_by(e.case_id) AS c (case_id)
    WHERE h.case_id = c.case_id
    RETURNING h.case_id, h.digest)
INSERT INTO document_in_error (case_id, digest) SELECT freed.case_id, freed.digest FROM freed;

CREATE OR REPLACE FUNCTION lookalikes(digests bytea[]) RETURNS TABLE (number bigint, case_id uuid)
LANGUAGE sql STABLE SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
    SELECT DISTINCT d.number, s.case_id
    FROM unnest(digests) WITH ORDINALITY AS d (digest, number)
    JOIN log.lookalike l ON l.digest = d.digest
    CROSS JOIN LATERAL log.survivor(l.case_id) AS s (case_id)
    WHERE NOT EXISTS (SELECT FROM log.case_in_error e WHERE e.case_id = s.case_id)
    ORDER BY 1, 2
$$;

-- Appends changes, numbered from 1 in the order of the first arrays; the other arrays name the change they belong to.
-- A change is recorded whole or turned away whole, and no change is turned away for another's sake:
--   ANSWERED   its idempotency key has a receipt already: with that receipt
--   RECORDED   its very facts are in the log already, from an attempt whose answer got lost
--   OVERTAKEN  a case has a fact the change has not seen
--   HELD       an identity document belongs to another case
-- Gives back one row for each change turned away, and one numbered 0 with how the log stood before and how it was done:
--   UNOPPOSED  nothing stood against any of them
--   BEFORE     each was looked at by itself
--   PUT_BACK   nothing is recorded, every change is OVERTAKEN: a fact that one of them has seen is no longer there
--
-- facts: how many of f belong to the change. x: what a change expects, no fact of the stream beyond the version. f: facts,
-- in order, each the next of its case after what its change expects; f_at only where a fact brings its own, simulated time,
-- f_effective in days since 1970. i: the identity index, kind L lookalike, D document claimed, R documents released, M merged
-- into other, U parted, E closed as registered in error, O open again.
CREATE OR REPLACE FUNCTION append(
    owners text[], keys text[], digests text[], answers text[], facts int[],
    x_change int[], x_stream uuid[], x_version bigint[],
    f_change int[], f_stream uuid[], f_version bigint[], f_name text[], f_revision int[], f_payload text[],
    f_metadata text[], f_at timestamptz[], f_effective int[], f_message uuid[],
    i_change int[], i_kind text[], i_case uuid[], i_digest bytea[], i_other uuid[])
RETURNS TABLE (change int, outcome text, last_position bigint, last_at timestamptz, now_at timestamptz, digest text, answer text)
LANGUAGE plpgsql
-- The plans must not change as the tables grow from empty: always by index, from the few rows given to the many kept.
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
AS $$
#variable_conflict use_column
DECLARE
    before    log.head;
    at_once   timestamptz;
    at_last   timestamptz;
    answered  int[];
    overtaken int[];
    recorded_ int[];
    held      int[];
    turned    int[];
    written   bigint;
BEGIN
    -- Whoever appends holds this lock until the commit, so positions are given out in commit order and recorded_at never
    -- decreases. From here on nobody else appends, and every statement sees all that was appended before.
    PERFORM pg_advisory_xact_lock(hashtextextended('org.huhang.log', 0));
    SELECT * INTO before FROM log.head;
    at_once := clock_timestamp();

    -- What was seen has to be there: where a version is gone that a change was decided on, the log was put back, and nothing
    -- of the batch is recorded, lest a case have versions 0 and 2. A version that is gone and was given out again meanwhile
    -- is not told apart here.
    IF EXISTS (
        SELECT FROM unnest(x_stream, x_version) AS x (stream, version)
        WHERE x.version >= 0
            AND NOT EXISTS (SELECT FROM log.event e WHERE e.stream = x.stream AND e.version = x.version))
    THEN
        RETURN QUERY SELECT 0, 'PUT_BACK', before.position, before.recorded_at, at_once, NULL::text, NULL::text;
        RETURN QUERY
        SELECT no, 'OVERTAKEN', NULL::bigint, NULL::timestamptz, NULL::timestamptz, NULL::text, NULL::text
        FROM generate_series(1, cardinality(owners)) AS no;
        RETURN;
    END IF;

    -- The usual case in as few steps as it takes: nearly every batch is of changes that nothing stands against. What would is
    -- a row that is there already, so the unique keys tell; only when one does is it looked up whose it is. Not for simulated
    -- times, nor for what takes identities back, nor where somebody only looked at a case that has gone on, for no key tells
    -- that. A change with facts and one expectation has it of the case that it writes to.
    IF cardinality(array_remove(f_at, NULL)) = 0 AND i_kind <@ ARRAY['L', 'D'] AND NOT EXISTS (
        SELECT FROM unnest(x_change, x_stream, x_version) WITH ORDINALITY AS x (no, stream, version, place)
        WHERE (facts[x.no] = 0 OR x_change[x.place::int - 1] = x.no
                OR x_change[x.place::int + 1] = x.no)
            AND EXISTS (SELECT FROM log.event e WHERE e.stream = x.stream AND e.version > x.version))
    THEN
        BEGIN
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
            -- All of that is undone, and looked at one by one.
            NULL;
        END;
    END IF;

    SELECT array_agg(a.no) INTO answered
    FROM unnest(owners, keys) WITH ORDINALITY AS a (owner, key, no)
    JOIN log.receipt r ON r.owner = a.owner AND r.key = a.key;

    SELECT array_agg(DISTINCT x.no) INTO overtaken
    FROM unnest(x_change, x_stream, x_version) AS x (no, stream, version)
    WHERE EXISTS (SELECT FROM log.event e WHERE e.stream = x.stream AND e.version > x.version);

    IF overtaken IS NOT NULL THEN
        SELECT array_agg(DISTINCT f.no) INTO recorded_
        FROM unnest(f_change, f_stream, f_version, f_message) AS f (no, stream, version, message)
        JOIN log.event e ON e.stream = f.stream AND e.version = f.version AND e.message_id = f.message
        WHERE f.no = ANY (overtaken);
    END IF;

    IF 'D' = ANY (i_kind) THEN
        SELECT array_agg(DISTINCT i.no) INTO held
        FROM unnest(i_change, i_kind, i_case, i_digest) AS i (no, kind, case_id, digest)
        JOIN log.document_holder h ON h.digest = i.digest
        WHERE i.kind = 'D' AND h.case_id <> i.case_id AND log.survivor(h.case_id) <> log.survivor(i.case_id);
    END IF;

    IF 'O' = ANY (i_kind) THEN
        SELECT coalesce(held, '{}') || array_agg(DISTINCT i.no) INTO held
        FROM unnest(i_change, i_kind, i_case) AS i (no, kind, case_id)
        CROSS JOIN LATERAL log.carried_by(i.case_id) AS c (case_id)
        JOIN log.document_in_error d ON d.case_id = c.case_id
        JOIN log.document_holder h ON h.digest = d.digest
        WHERE i.kind = 'O' AND log.survivor(h.case_id) <> log.survivor(i.case_id);
    END IF;

    turned := coalesce(answered, '{}') || coalesce(overtaken, '{}') || coalesce(held, '{}');

    INSERT INTO log.event (position, stream, version, name, revision, payload, metadata, recorded_at, effective_on,
        message_id)
    SELECT before.position + row_number() OVER in_order, f.stream, f.version, f.name, f.revision, f.payload::jsonb,
        f.metadata::jsonb, max(greatest(before.recorded_at, coalesce(f.at, at_once))) OVER in_order,
        date '1970-01-01' + f.effective, f.message
    FROM unnest(f_change, f_stream, f_version, f_name, f_revision, f_payload, f_metadata, f_at, f_effective, f_message)
        WITH ORDINALITY
        AS f (no, stream, version, name, revision, payload, metadata, at, effective, message, place)
    WHERE f.no <> ALL (turned)
    WINDOW in_order AS (ORDER BY f.place);
    GET DIAGNOSTICS written = ROW_COUNT;

    INSERT INTO log.receipt (owner, key, request_digest, answer, position)
    SELECT k.owner, k.key, k.digest, k.answer::jsonb, before.position + k.so_far
    FROM (
        SELECT c.*, sum(CASE WHEN c.no <> ALL (turned) THEN c.facts ELSE 0 END) OVER (ORDER BY c.no) AS so_far
        FROM unnest(owners, keys, digests, answers, facts) WITH ORDINALITY
            AS c (owner, key, digest, answer, facts, no)) k
    WHERE k.key IS NOT NULL AND k.no <> ALL (turned);

    IF 'E' = ANY (i_kind) THEN
        WITH freed AS (
            DELETE FROM log.document_holder h
            USING unnest(i_change, i_kind, i_case) AS i (no, kind, case_id)
            CROSS JOIN LATERAL log.carried_by(i.case_id) AS c (case_id)
            WHERE i.kind = 'E' AND i.no <> ALL (turned) AND h.case_id = c.case_id
            RETURNING h.case_id, h.digest)
        INSERT INTO log.document_in_error (case_id, digest) SELECT freed.case_id, freed.digest FROM freed
        ON CONFLICT DO NOTHING;

        INSERT INTO log.case_in_error (case_id)
        SELECT i.case_id FROM unnest(i_change, i_kind, i_case) AS i (no, kind, case_id)
        WHERE i.kind = 'E' AND i.no <> ALL (turned)
        ON CONFLICT DO NOTHING;
    END IF;
    IF 'O' = ANY (i_kind) THEN
        WITH taken_up AS (
            DELETE FROM log.document_in_error d
            USING unnest(i_change, i_kind, i_case) AS i (no, kind, case_id)
            CROSS JOIN LATERAL log.carried_by(i.case_id) AS c (case_id)
            WHERE i.kind = 'O' AND i.no <> ALL (turned) AND d.case_id = c.case_id
            RETURNING d.case_id, d.digest)
        INSERT INTO log.document_holder (digest, case_id) SELECT taken_up.digest, taken_up.case_id FROM taken_up
        ON CONFLICT (digest) DO NOTHING;

        DELETE FROM log.case_in_error e USING unnest(i_change, i_kind, i_case) AS i (no, kind, case_id)
        WHERE i.kind = 'O' AND i.no <> ALL (turned) AND e.case_id = i.case_id;
    END IF;
    IF 'R' = ANY (i_kind) THEN
        DELETE FROM log.document_holder h USING unnest(i_change, i_kind, i_case) AS i (no, kind, case_id)
        WHERE i.kind = 'R' AND i.no <> ALL (turned) AND h.case_id = i.case_id;
    END IF;
    IF 'L' = ANY (i_kind) THEN
        INSERT INTO log.lookalike (case_id, digest)
        SELECT i.case_id, i.digest FROM unnest(i_change, i_kind, i_case, i_digest) AS i (no, kind, case_id, digest)
        WHERE i.kind = 'L' AND i.no <> ALL (turned)
        ON CONFLICT (case_id) DO UPDATE SET digest = excluded.digest;
    END IF;
    IF 'D' = ANY (i_kind) THEN
        INSERT INTO log.document_holder (digest, case_id)
        SELECT i.digest, i.case_id FROM unnest(i_change, i_kind, i_case, i_digest) AS i (no, kind, case_id, digest)
        WHERE i.kind = 'D' AND i.no <> ALL (turned)
        ON CONFLICT (digest) DO NOTHING;
    END IF;
    IF 'M' = ANY (i_kind) THEN
        INSERT INTO log.merged_case (absorbed, survivor)
        -- Both cases of a merge have the fact.
        SELECT DISTINCT i.case_id, i.other FROM unnest(i_change, i_kind, i_case, i_other) AS i (no, kind, case_id, other)
        WHERE i.kind = 'M' AND i.no <> ALL (turned)
        ON CONFLICT (absorbed) DO UPDATE SET survivor = excluded.survivor;
    END IF;
    IF 'U' = ANY (i_kind) THEN
        DELETE FROM log.merged_case m USING unnest(i_change, i_kind, i_case) AS i (no, kind, case_id)
        WHERE i.kind = 'U' AND i.no <> ALL (turned) AND m.absorbed = i.case_id;
    END IF;

    IF written > 0 THEN
        PERFORM pg_notify('huhang_log', (before.position + written)::text);
    END IF;

    RETURN QUERY SELECT 0, 'BEFORE', before.position, before.recorded_at, at_once, NULL::text, NULL::text;
    IF cardinality(turned) > 0 THEN
        RETURN QUERY
        SELECT c.no::int,
            CASE WHEN r.key IS NOT NULL THEN 'ANSWERED'
                WHEN c.no = ANY (recorded_) THEN 'RECORDED'
                WHEN c.no = ANY (overtaken) THEN 'OVERTAKEN'
                ELSE 'HELD' END,
            coalesce(r.position, (
                SELECT max(e.position) FROM unnest(f_change, f_stream, f_version) AS f (no, stream, version)
                JOIN log.event e ON e.stream = f.stream AND e.version = f.version
                WHERE f.no = c.no)),
            NULL::timestamptz, NULL::timestamptz, r.request_digest, r.answer::text
        FROM unnest(owners, keys) WITH ORDINALITY AS c (owner, key, no)
        LEFT JOIN log.receipt r ON r.owner = c.owner AND r.key = c.key
        WHERE c.no = ANY (turned);
    END IF;
END
$$;
