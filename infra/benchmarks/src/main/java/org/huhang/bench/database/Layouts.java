package org.huhang.bench.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.huhang.bench.load.Children;
import org.huhang.bench.measure.Done;
import org.huhang.bench.measure.Latencies;
import org.huhang.bench.measure.Subject;

/**
 * The same log in one table, as it is, and cut into partitions of a range of positions each. A partitioned table cannot keep
 * {@code (stream, version)} unique by itself, so it has a table of keys beside it, which the unpartitioned one does not need.
 */
public enum Layouts {
    ONE_TABLE("one table") {
        @Override
        String insert() {
            return "INSERT INTO log.event" + ROWS.formatted("(SELECT max(position) FROM log.event)");
        }

        @Override
        String table() {
            return "log.event";
        }
    },
    PARTITIONS("partitions") {
        @Override
        String insert() {
            return "WITH added AS (INSERT INTO parted.event"
                    + ROWS.formatted("(SELECT max(position) FROM parted.event)")
                    + " RETURNING stream, version, position)"
                    + " INSERT INTO parted.key SELECT stream, version, position FROM added";
        }

        @Override
        String table() {
            return "parted.event";
        }
    };

    private static final int BATCH = 100;
    private static final int PARTITION_COUNT = 10;
    private static final String COLUMNS = "(position, stream, version, name, revision, payload, metadata, recorded_at,"
            + " effective_on, message_id)";
    private static final String ROWS = COLUMNS
            + " SELECT %s + i, gen_random_uuid(), 0, e.name, e.revision, e.payload, e.metadata, now(), e.effective_on,"
            + " gen_random_uuid() FROM generate_series(1, " + BATCH
            + ") i, (SELECT * FROM log.event WHERE position = 3) e";

    private final String words;

    Layouts(String words) {
        this.words = words;
    }

    abstract String insert();

    abstract String table();

    /** Makes the partitioned copy of the log. */
    public static void prepare(Server server, String database) throws SQLException {
        try (Connection connection = server.superuser(database)) {
            long head = Sql.number(connection, "SELECT max(position) FROM log.event");
            Sql.run(
                    connection,
                    "CREATE SCHEMA parted",
                    """
                    CREATE TABLE parted.event (LIKE log.event INCLUDING DEFAULTS INCLUDING CONSTRAINTS)
                    PARTITION BY RANGE (position)""",
                    "CREATE TABLE parted.key (stream uuid, version bigint, position bigint NOT NULL)");
            long range = head / PARTITION_COUNT + 1;
            for (int number = 0; number < PARTITION_COUNT; number++) {
                String until = number == PARTITION_COUNT - 1 ? "MAXVALUE" : Long.toString((number + 1) * range);
                Sql.run(
                        connection,
                        "CREATE TABLE parted.event_" + number + " PARTITION OF parted.event FOR VALUES FROM ("
                                + number * range + ") TO (" + until + ")",
                        "INSERT INTO parted.event_" + number + COLUMNS + " SELECT "
                                + COLUMNS.substring(1, COLUMNS.length() - 1)
                                + " FROM log.event WHERE position >= " + number * range
                                + " AND position < " + (number + 1) * range + " ORDER BY position");
                System.out.printf("\rpartition %d of %d", number + 1, PARTITION_COUNT);
            }
            System.out.println();
            Sql.run(
                    connection,
                    "INSERT INTO parted.key SELECT stream, version, position FROM log.event",
                    "ALTER TABLE parted.event ADD PRIMARY KEY (position)",
                    "CREATE INDEX ON parted.event (stream, version)",
                    "CREATE INDEX ON parted.event USING brin (recorded_at)",
                    "ALTER TABLE parted.key ADD PRIMARY KEY (stream, version)",
                    "VACUUM ANALYZE parted.event",
                    "VACUUM ANALYZE parted.key",
                    "CHECKPOINT");
        }
    }

    /** Batches of 100 rows, one transaction each, from one writer as in the log. */
    public Subject inserts(Server server, String database) {
        return new OneConnection("insert, " + words, "rows", server, database, insert()) {
            @Override
            int step(PreparedStatement statement, SplittableRandom random) throws SQLException {
                statement.executeUpdate();
                return BATCH;
            }
        };
    }

    /** All facts of one case, any case, decoded by nobody. */
    public Subject lookups(Server server, String database, String set, long cases) {
        String query =
                "SELECT position, name, payload, metadata FROM " + table() + " WHERE stream = ? ORDER BY version";
        return new OneConnection("lookup, " + words, "cases", server, database, query) {
            @Override
            int step(PreparedStatement statement, SplittableRandom random) throws SQLException {
                UUID stream = Children.caseOf(set, random.nextLong(cases)).value();
                statement.setObject(1, stream);
                try (ResultSet row = statement.executeQuery()) {
                    int facts = 0;
                    while (row.next()) {
                        facts++;
                    }
                    if (facts == 0) {
                        throw new IllegalStateException("No fact of case " + stream);
                    }
                }
                return 1;
            }
        };
    }

    private abstract static class OneConnection implements Subject {
        private final String name;
        private final String unit;
        private final Server server;
        private final String database;
        private final String sql;

        OneConnection(String name, String unit, Server server, String database, String sql) {
            this.name = name;
            this.unit = unit;
            this.server = server;
            this.database = database;
            this.sql = sql;
        }

        abstract int step(PreparedStatement statement, SplittableRandom random) throws SQLException;

        @Override
        public String name() {
            return name;
        }

        @Override
        public String unit() {
            return unit;
        }

        @Override
        public int connections() {
            return 1;
        }

        @Override
        public Done run(Duration length) throws SQLException {
            Latencies latencies = new Latencies();
            SplittableRandom random = new SplittableRandom();
            long count = 0;
            try (Connection connection = server.superuser(database);
                    PreparedStatement statement = connection.prepareStatement(sql)) {
                long start = System.nanoTime();
                long now = start;
                while (now - start < length.toNanos()) {
                    long before = now;
                    count += step(statement, random);
                    now = System.nanoTime();
                    latencies.add(now - before);
                }
                return new Done(count, (now - start) / 1e9, 0, latencies, Map.of());
            }
        }
    }
}
