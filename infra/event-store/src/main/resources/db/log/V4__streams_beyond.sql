-- Whoever remembers a case reads on from there: of each stream, the facts beyond the version given beside it. log.streams
-- stays for processes of an older version beside this one.
CREATE FUNCTION streams_beyond(wanted uuid[], versions bigint[]) RETURNS SETOF log.event
LANGUAGE sql STABLE SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
    SELECT e.* FROM unnest(wanted, versions) AS w (stream, version)
    JOIN log.event e ON e.stream = w.stream AND e.version > w.version
    ORDER BY e.stream, e.version
$$;
