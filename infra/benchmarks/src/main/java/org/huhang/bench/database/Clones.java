package org.huhang.bench.database;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Makes a long log out of a short one, inside the server: real facts under fresh identifiers. The log refuses changes; only
 * the superuser of the benchmark's own database can do this, and nothing of it is in the product.
 */
public final class Clones {

    private static final int SLICE = 500_000;

    private final Server server;
    private final String database;

    public Clones(Server server, String database) {
        this.server = server;
        this.database = database;
    }

    /**
     * Every case of the log as often as needed, its copies living at the same time as itself, until there are at least
     * {@code facts}. Read models are dropped: they are made anew at the next start.
     */
    public void ofTheWholeLog(long facts, Iterable<String> readModels) throws SQLException {
        try (Connection connection = server.superuser(database)) {
            long real = Sql.number(connection, "SELECT count(*) FROM log.event");
            long copies = Math.max(1, (facts + real - 1) / real);
            for (String readModel : readModels) {
                Sql.run(connection, "DROP SCHEMA IF EXISTS " + readModel + " CASCADE");
            }
            Sql.run(
                    connection,
                    "CREATE TABLE real_event AS SELECT * FROM log.event",
                    "CREATE INDEX ON real_event (position)",
                    """
                    CREATE FUNCTION copy_of(id text, copy bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
                        SELECT CASE WHEN copy = 0 THEN id::uuid ELSE md5(id || '/' || copy)::uuid END
                    $$""",
                    "ALTER TABLE log.event DISABLE TRIGGER USER",
                    "TRUNCATE log.event",
                    "ALTER TABLE log.event ENABLE TRIGGER USER");
            long slice = Math.max(1, SLICE / copies);
            for (long from = 0; from < real; from += slice) {
                Sql.run(connection, """
                        INSERT INTO log.event (position, stream, version, name, revision, payload, metadata, recorded_at,
                            effective_on, message_id)
                        SELECT (e.position - 1) * %1$d + copy + 1, copy_of(e.stream::text, copy), e.version, e.name, e.revision,
                            CASE WHEN e.name IN ('CasesMerged', 'CasesUnmerged') THEN e.payload || jsonb_build_object(
                                'survivor', copy_of(e.payload ->> 'survivor', copy),
                                'absorbed', copy_of(e.payload ->> 'absorbed', copy)) ELSE e.payload END,
                            e.metadata, e.recorded_at, e.effective_on, copy_of(e.message_id::text, copy)
                        FROM real_event e, generate_series(0, %1$d - 1) copy
                        WHERE e.position > %2$d AND e.position <= %3$d
                        ORDER BY e.position, copy""".formatted(copies, from, from + slice));
                System.out.printf(
                        "\r%s: %,d of %,d facts", database, Math.min(real, from + slice) * copies, real * copies);
            }
            System.out.println();
            Sql.run(connection, "DROP TABLE real_event", "DROP FUNCTION copy_of");
            settle(connection);
        }
    }

    /**
     * Adds {@code facts} facts to the log: cases of {@code length} facts each, begun like the ones there are, their facts
     * spread over the whole. Case number n is {@code md5('<set>/<n>')}, as the benchmark's Children name it.
     */
    public void ofCases(String set, long facts, int length) throws SQLException {
        try (Connection connection = server.superuser(database)) {
            long before = Sql.number(connection, "SELECT coalesce(max(position), 0) FROM log.event");
            long cases = facts / length;
            Sql.run(
                    connection,
                    """
                    CREATE TABLE template AS
                    SELECT row_number() OVER (ORDER BY stream) - 1 AS number, stream FROM log.event
                    GROUP BY stream HAVING count(*) >= %d""".formatted(length),
                    "CREATE TABLE template_event AS SELECT t.number, e.* FROM log.event e JOIN template t USING (stream)"
                            + " WHERE e.version < " + length,
                    "CREATE UNIQUE INDEX ON template_event (number, version)",
                    "ANALYZE template_event");
            long templates = Sql.number(connection, "SELECT count(*) FROM template");
            if (templates == 0) {
                throw new IllegalStateException("No case has " + length + " facts to begin like");
            }
            for (long from = 0; from < facts; from += SLICE) {
                long until = Math.min(facts, from + SLICE);
                Sql.run(connection, """
                        INSERT INTO log.event (position, stream, version, name, revision, payload, metadata, recorded_at,
                            effective_on, message_id)
                        SELECT %1$d + i + 1, md5('%2$s/' || i %% %3$d)::uuid, i / %3$d, t.name, t.revision, t.payload,
                            t.metadata, now(), t.effective_on, gen_random_uuid()
                        FROM generate_series(%4$d::bigint, %5$d - 1) i
                        JOIN template_event t ON t.number = i %% %3$d %% %6$d AND t.version = i / %3$d
                        ORDER BY i""".formatted(before, set, cases, from, until, templates));
                System.out.printf("\r%s: %,d of %,d facts", database, until, facts);
            }
            System.out.println();
            Sql.run(connection, "DROP TABLE template, template_event");
            settle(connection);
        }
    }

    /** As a log of years is. */
    private static void settle(Connection connection) throws SQLException {
        Sql.run(connection, "VACUUM ANALYZE log.event", "CHECKPOINT");
    }
}
