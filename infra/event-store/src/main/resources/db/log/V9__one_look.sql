-- What was known by an instant, in one call; and a fact's whole commit, without looking through the log.

-- The last fact recorded at or before an instant; position 0 before the first, and no row for an instant yet to come. Where
-- no later fact is there already, one may be on its way that bears an earlier time: this waits, as log.settled does, until
-- nobody appends who began before. Most ask of the last moments, so it is looked for from the end, in growing steps.
CREATE FUNCTION known_by(instant timestamptz) RETURNS TABLE ("position" bigint, recorded_at timestamptz)
-- Volatile: each look sees what was committed before it, and so what was waited for.
LANGUAGE plpgsql
-- By index, as in log.append_each.
SET enable_seqscan = off
AS $$
#variable_conflict use_column
DECLARE
    low     bigint;
    high    bigint;
    high_at timestamptz;
    middle  bigint;
    step    bigint := 1;
BEGIN
    SELECT e.position, e.recorded_at INTO high, high_at FROM log.event e ORDER BY e.position DESC LIMIT 1;
    IF high IS NULL OR high_at < instant THEN
        IF clock_timestamp() <= instant THEN
            RETURN;
        END IF;
        PERFORM pg_advisory_xact_lock_shared(hashtextextended('org.huhang.log', 0));
        SELECT e.position, e.recorded_at INTO high, high_at FROM log.event e ORDER BY e.position DESC LIMIT 1;
    END IF;
    IF high IS NULL OR high_at <= instant THEN
        RETURN QUERY SELECT coalesce(high, 0), coalesce(high_at, 'epoch');
        RETURN;
    END IF;

    -- From here on the fact at high is a later one, and the one at low is none once the first loop is through.
    low := high - 1;
    WHILE low > 0 AND (SELECT e.recorded_at > instant FROM log.event e WHERE e.position = low) LOOP
        high := low;
        low := greatest(0, low - step);
        step := step * 2;
    END LOOP;
    WHILE low + 1 < high LOOP
        middle := (low + high) / 2;
        IF (SELECT e.recorded_at > instant FROM log.event e WHERE e.position = middle) THEN
            high := middle;
        ELSE
            low := middle;
        END IF;
    END LOOP;
    RETURN QUERY SELECT low, coalesce((SELECT e.recorded_at FROM log.event e WHERE e.position = low), 'epoch');
END
$$;

DROP FUNCTION last_by(timestamptz);

-- The last fact of the commit to which the one at a position belongs; no row where there is none.
CREATE FUNCTION end_of_commit(of bigint) RETURNS TABLE ("position" bigint, recorded_at timestamptz)
LANGUAGE plpgsql STABLE
SET enable_seqscan = off
AS $$
#variable_conflict use_column
DECLARE
    at     timestamptz := (SELECT e.recorded_at FROM log.event e WHERE e.position = of);
    low    bigint := of;
    high   bigint := of + 1;
    middle bigint;
    step   bigint := 1;
BEGIN
    IF at IS NULL THEN
        RETURN;
    END IF;
    WHILE EXISTS (SELECT FROM log.event e WHERE e.position = high AND e.recorded_at = at) LOOP
        low := high;
        high := high + step;
        step := step * 2;
    END LOOP;
    WHILE low + 1 < high LOOP
        middle := (low + high) / 2;
        IF EXISTS (SELECT FROM log.event e WHERE e.position = middle AND e.recorded_at = at) THEN
            low := middle;
        ELSE
            high := middle;
        END IF;
    END LOOP;
    RETURN QUERY SELECT low, at;
END
$$;
