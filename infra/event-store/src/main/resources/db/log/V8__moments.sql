-- An instant tells a moment in the growth of the log as well as a position does.

-- How far the log reaches, and from when on its next commit may be recorded: a microsecond after the last fact at the
-- earliest, so that no two commits bear the same time, whatever the clock says. log.append gives out times from here on.
CREATE OR REPLACE VIEW head AS
SELECT coalesce(newest.position, 0) AS position,
    coalesce(newest.recorded_at + interval '1 microsecond', 'epoch') AS recorded_at
FROM (VALUES (true)) AS the_one
LEFT JOIN (SELECT e.position, e.recorded_at FROM log.event e ORDER BY e.position DESC LIMIT 1) AS newest ON true;

COMMENT ON COLUMN event.recorded_at IS
    'When it became known. Grows from commit to commit, and is the same within one; older facts may share it beyond that.';

-- Waits until nobody appends who began before, and tells the time at which that was so: whoever appends from now on records
-- at a later one. Appending holds the lock from before it takes its time until its commit, see log.append_each.
CREATE FUNCTION settled() RETURNS timestamptz LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('org.huhang.log', 0));
    RETURN clock_timestamp();
END
$$;

-- The last fact recorded at or before an instant. Positions have no gaps and times never go back, so it is found by halving.
CREATE FUNCTION last_by(instant timestamptz) RETURNS TABLE ("position" bigint, recorded_at timestamptz)
LANGUAGE plpgsql STABLE
-- By index, as in log.append_each.
SET enable_seqscan = off
AS $$
#variable_conflict use_column
DECLARE
    low    bigint := 0;
    high   bigint;
    middle bigint;
BEGIN
    SELECT coalesce(max(e.position), 0) INTO high FROM log.event e;
    WHILE low < high LOOP
        middle := (low + high + 1) / 2;
        IF (SELECT e.recorded_at <= instant FROM log.event e WHERE e.position = middle) THEN
            low := middle;
        ELSE
            high := middle - 1;
        END IF;
    END LOOP;
    RETURN QUERY SELECT e.position, e.recorded_at FROM log.event e WHERE e.position = low;
END
$$;

-- The last fact up to a position whose commit does not go on beyond it.
CREATE FUNCTION whole_by(upto bigint) RETURNS TABLE ("position" bigint, recorded_at timestamptz)
LANGUAGE sql STABLE SET enable_seqscan = off AS $$
    SELECT e.position, e.recorded_at
    FROM log.event e
    WHERE e.position <= upto
        AND NOT EXISTS (
            SELECT FROM log.event further
            WHERE further.position = upto + 1 AND further.recorded_at = e.recorded_at)
    ORDER BY e.position DESC LIMIT 1
$$;
