package org.huhang.app.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.huhang.app.database.Cluster;

/** What is done, without warning. */
enum Fault {
    /** {@code kill -9} of the application. */
    APPLICATION_KILLED,
    /** {@code kill -9} of one of its PostgreSQL backends. PostgreSQL restarts itself. */
    BACKEND_KILLED,
    /** {@code kill -9} of PostgreSQL's postmaster. */
    POSTMASTER_KILLED,
    /** {@code pg_ctl stop -m immediate}. */
    SHUT_DOWN_AT_ONCE;

    /** In ten cycles the application dies once: its start is what takes time. */
    static Fault any(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> APPLICATION_KILLED;
            case 1, 2, 3, 4 -> BACKEND_KILLED;
            case 5, 6, 7 -> POSTMASTER_KILLED;
            default -> SHUT_DOWN_AT_ONCE;
        };
    }

    /** Leaves PostgreSQL running again, and the application dead where it was the one to die. */
    void strike(Cluster cluster, VictimProcess victim, Random random) throws Exception {
        switch (this) {
            case APPLICATION_KILLED -> victim.kill();
            case BACKEND_KILLED -> {
                List<Long> backends = backends(cluster);
                if (!backends.isEmpty()) {
                    cluster.kill(backends.get(random.nextInt(backends.size())));
                }
            }
            case POSTMASTER_KILLED -> {
                cluster.killPostmaster();
                cluster.start();
            }
            case SHUT_DOWN_AT_ONCE -> {
                cluster.stop("immediate");
                cluster.start();
            }
        }
    }

    /** The application's, those at work alone where there are any. */
    private static List<Long> backends(Cluster cluster) throws SQLException {
        List<Long> backends = new ArrayList<>();
        try (Connection database = cluster.connect();
                Statement query = database.createStatement();
                ResultSet row = query.executeQuery("""
                        SELECT pid FROM (SELECT pid, rank() OVER (ORDER BY state = 'idle') AS idleness
                            FROM pg_stat_activity WHERE application_name = 'huhang') all_of_them
                        WHERE idleness = 1 ORDER BY pid""")) {
            while (row.next()) {
                backends.add(row.getLong(1));
            }
        }
        return backends;
    }
}
