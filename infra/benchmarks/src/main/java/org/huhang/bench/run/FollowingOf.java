package org.huhang.bench.run;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huhang.bench.database.Server;
import org.huhang.bench.database.Sql;
import org.huhang.bench.measure.Done;
import org.huhang.bench.measure.Subject;

/**
 * One read model, following from the first fact on, in transactions, as the running application follows. Its rows are emptied
 * and its position set back behind the application's back; the next command wakes its follower, and it catches up while the
 * other read models have nothing to do.
 */
final class FollowingOf implements Subject {

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final String model;
    private final Server server;
    private final Application application;
    private final int segments;
    private final ReadModelsOutside readModels;

    FollowingOf(String model, Server server, Application application, int segments, ReadModelsOutside readModels) {
        this.model = model;
        this.server = server;
        this.application = application;
        this.segments = segments;
        this.readModels = readModels;
    }

    @Override
    public String name() {
        return "follow " + model;
    }

    @Override
    public String unit() {
        return "facts";
    }

    @Override
    public int connections() {
        return segments;
    }

    @Override
    public Optional<ProcessHandle> application() {
        return Optional.of(application.process());
    }

    @Override
    public Done run(Duration length) throws Exception {
        try (Connection connection = server.connect(application.database())) {
            connection.setAutoCommit(false);
            Sql.run(
                    connection,
                    "LOCK TABLE " + model + ".progress IN ACCESS EXCLUSIVE MODE",
                    "TRUNCATE " + String.join(", ", tables(connection)),
                    "UPDATE " + model + ".progress SET position = 0");
            connection.commit();
            connection.setAutoCommit(true);
            LongCase.wake(application);
            long start = System.nanoTime();
            long head = Sql.number(connection, "SELECT position FROM log.head");
            while (Sql.number(connection, "SELECT min(position) FROM " + model + ".progress") < head) {
                if (System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw new IllegalStateException(model + " does not follow: " + readModels.of(model));
                }
                Thread.sleep(5);
            }
            return Done.of(head, (System.nanoTime() - start) / 1e9);
        }
    }

    @Override
    public void settle() throws Exception {
        readModels.awaitCaughtUp();
    }

    private List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement sql = connection.createStatement();
                ResultSet row =
                        sql.executeQuery("SELECT table_name FROM information_schema.tables WHERE table_schema = '"
                                + model + "' AND table_name NOT IN ('progress', 'flyway_schema_history')")) {
            while (row.next()) {
                tables.add(model + "." + row.getString(1));
            }
        }
        return tables;
    }
}
