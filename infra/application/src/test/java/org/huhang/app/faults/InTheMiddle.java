package org.huhang.app.faults;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.huhang.app.database.Cluster;

/** Brings the application into the middle of something and keeps it there, by a lock that it has to wait for. */
final class InTheMiddle {

    private static final List<String> READ_MODELS = List.of("audit", "ledger", "statistics", "worklist");
    private static final int LONGEST_DELAY_MS = 15;

    private final Connection obstacle;
    private final Cluster cluster;
    private final String lock;
    private final Random random;

    private InTheMiddle(Connection obstacle, Cluster cluster, String lock, Random random) {
        this.obstacle = obstacle;
        this.cluster = cluster;
        this.lock = lock;
        this.random = random;
    }

    static InTheMiddle of(
            Moment moment,
            Connection obstacle,
            Cluster cluster,
            VictimProcess victim,
            IntSupplier nextList,
            Random random)
            throws SQLException, IOException {
        String lock =
                switch (moment) {
                    case ANY -> "";
                    case APPEND -> "LOCK TABLE log.event IN SHARE MODE";
                    case PROJECTION_BATCH -> "LOCK TABLE " + someTable(obstacle, random) + " IN SHARE MODE";
                    case REBUILD_SWAP -> {
                        String readModel = READ_MODELS.get(random.nextInt(READ_MODELS.size()));
                        victim.order("rebuild " + readModel + " in-the-middle");
                        yield "LOCK TABLE " + allTables(readModel, obstacle) + " IN ACCESS SHARE MODE";
                    }
                    case IMPORT -> {
                        victim.order("import " + nextList.getAsInt());
                        yield "LOCK TABLE imports.row_result IN SHARE MODE";
                    }
                };
        return new InTheMiddle(obstacle, cluster, lock, random);
    }

    /** @return whether somebody waits for the lock; it is held until the obstacle is closed, or the server dies */
    boolean reach(Duration longest) throws SQLException {
        boolean reached = lock.isEmpty();
        if (!reached) {
            obstacle.setAutoCommit(false);
            try (Statement statement = obstacle.createStatement()) {
                statement.execute("SET LOCAL lock_timeout TO '5s'");
                statement.execute(lock);
            }
            reached = somebodyWaits(longest);
        }
        LockSupport.parkNanos(
                Duration.ofMillis(random.nextInt(LONGEST_DELAY_MS)).toNanos());
        return reached;
    }

    private boolean somebodyWaits(Duration longest) throws SQLException {
        long deadline = System.nanoTime() + longest.toNanos();
        try (Connection watching = cluster.connect();
                Statement query = watching.createStatement()) {
            while (System.nanoTime() < deadline) {
                try (ResultSet row = query.executeQuery(
                        "SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype = 'relation'")) {
                    row.next();
                    if (row.getLong(1) > 0) {
                        return true;
                    }
                }
                LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
            }
        }
        return false;
    }

    private static String someTable(Connection database, Random random) throws SQLException {
        String readModel = READ_MODELS.get(random.nextInt(READ_MODELS.size()));
        List<String> tables = ReadModelRows.tables(readModel, database);
        return readModel + "." + tables.get(random.nextInt(tables.size()));
    }

    private static String allTables(String readModel, Connection database) throws SQLException {
        List<String> tables = new java.util.ArrayList<>(ReadModelRows.tables(readModel, database));
        tables.add("progress");
        return tables.stream()
                .map(table -> readModel + "." + table)
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
    }
}
