-- The last fact recorded at or before an instant, as log.last_by.
CREATE FUNCTION last_by(instant timestamptz) RETURNS TABLE ("position" bigint, recorded_at timestamptz)
LANGUAGE plpgsql STABLE
SET enable_seqscan = off
AS $$
#variable_conflict use_column
DECLARE
    low    bigint := 0;
    high   bigint;
    middle bigint;
BEGIN
    SELECT coalesce(max(f.position), 0) INTO high FROM axonserver.fact f;
    WHILE low < high LOOP
        middle := (low + high + 1) / 2;
        IF (SELECT f.recorded_at <= instant FROM axonserver.fact f WHERE f.position = middle) THEN
            low := middle;
        ELSE
            high := middle - 1;
        END IF;
    END LOOP;
    RETURN QUERY SELECT f.position, f.recorded_at FROM axonserver.fact f WHERE f.position = low;
END
$$;

-- The last fact up to a position whose time no fact beyond it bears, as log.whole_by.
CREATE FUNCTION whole_by(upto bigint) RETURNS TABLE ("position" bigint, recorded_at timestamptz)
LANGUAGE sql STABLE SET enable_seqscan = off AS $$
    SELECT f.position, f.recorded_at
    FROM axonserver.fact f
    WHERE f.position <= upto
        AND NOT EXISTS (
            SELECT FROM axonserver.fact further
            WHERE further.position = upto + 1 AND further.recorded_at = f.recorded_at)
    ORDER BY f.position DESC LIMIT 1
$$;
