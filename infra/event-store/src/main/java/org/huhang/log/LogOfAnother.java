package org.huhang.log;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that stands beside another log than the configured one: its read models would tell of facts that are not there. */
public final class LogOfAnother extends RuntimeException {

    private final LogKeeper keeper;

    private LogOfAnother(LogKeeper keeper) {
        super("The log of this database is kept by " + keeper, null, false, false);
        this.keeper = keeper;
    }

    /** Who keeps the log that the database belongs to. */
    public LogKeeper keeper() {
        return keeper;
    }

    /** @throws LogOfAnother unless {@code keeper} keeps this database's log, or nobody does yet */
    public static void refuse(DataSource database, LogKeeper keeper) {
        JdbcClient client = JdbcClient.create(database);
        switch (keeper) {
            case POSTGRES -> {
                if (there(client, "axonserver.fact")) {
                    throw new LogOfAnother(LogKeeper.AXON_SERVER);
                }
            }
            case AXON_SERVER -> {
                if (there(client, "log.event")) {
                    throw new LogOfAnother(LogKeeper.POSTGRES);
                }
            }
        }
    }

    private static boolean there(JdbcClient client, String table) {
        boolean exists = client.sql("SELECT to_regclass(:table) IS NOT NULL")
                .param("table", table)
                .query(Boolean.class)
                .single();
        return exists
                && client.sql("SELECT EXISTS (SELECT FROM " + table + ")")
                        .query(Boolean.class)
                        .single();
    }
}
