-- The last fact of the command to which the one at a position belongs, as log.end_of_commit.
CREATE FUNCTION end_of_commit(of bigint) RETURNS TABLE ("position" bigint, recorded_at timestamptz)
LANGUAGE plpgsql STABLE
SET enable_seqscan = off
AS $$
#variable_conflict use_column
DECLARE
    at     timestamptz := (SELECT f.recorded_at FROM axonserver.fact f WHERE f.position = of);
    low    bigint := of;
    high   bigint := of + 1;
    middle bigint;
    step   bigint := 1;
BEGIN
    IF at IS NULL THEN
        RETURN;
    END IF;
    WHILE EXISTS (SELECT FROM axonserver.fact f WHERE f.position = high AND f.recorded_at = at) LOOP
        low := high;
        high := high + step;
        step := step * 2;
    END LOOP;
    WHILE low + 1 < high LOOP
        middle := (low + high) / 2;
        IF EXISTS (SELECT FROM axonserver.fact f WHERE f.position = middle AND f.recorded_at = at) THEN
            low := middle;
        ELSE
            high := middle;
        END IF;
    END LOOP;
    RETURN QUERY SELECT low, at;
END
$$;

-- Commands whose facts are on their way to the server: each from before it is given its time until its facts are written
-- down here, or never will be. The mark of a process that died counts until its time is up, and then until all that the server
-- had by that time is written down here.
CREATE TABLE under_way (
    command uuid        PRIMARY KEY,
    until   timestamptz NOT NULL
);

-- Marks a command and gives it its time, by this clock as for every process. That the mark can be seen comes a little later;
-- axonserver.earlier waits for it by the lock.
CREATE FUNCTION set_out(command uuid, longest interval) RETURNS timestamptz LANGUAGE plpgsql AS $$
DECLARE
    at timestamptz;
BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('org.huhang.axonserver.under_way', 0));
    at := clock_timestamp();
    INSERT INTO axonserver.under_way VALUES (command, at + longest);
    RETURN at;
END
$$;

-- The commands that were given their time before now, and now: whoever sets out from here on is given a later one.
CREATE FUNCTION earlier() RETURNS TABLE (now_at timestamptz, commands uuid[]) LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('org.huhang.axonserver.under_way', 0));
    now_at := clock_timestamp();
    commands := ARRAY(SELECT u.command FROM axonserver.under_way u);
    RETURN NEXT;
END
$$;
