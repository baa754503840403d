package org.huhang.projection;

import javax.sql.DataSource;
import org.huhang.kernel.log.EventLog;
import org.huhang.log.read.LogScan;
import org.huhang.projection.schema.Schemas;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What every rebuild works with.
 *
 * @param segments into which a new copy is divided for those who follow it
 * @param cursors that read the log at once, over all rebuilds
 * @param casesInMemory at most, nearly, over all of them
 */
record RebuildTools(
        DataSource database,
        Schemas schemas,
        EventLog log,
        LogScan scan,
        TransactionTemplate transaction,
        int segments,
        int cursors,
        int casesInMemory) {

    JdbcClient client() {
        return JdbcClient.create(database);
    }

    /** So many that as many parts as there are cursors fit into memory, and no cursor is idle at the end. */
    int parts(long cases) {
        long rounds = Math.ceilDiv(Math.max(1, cases), casesInMemory);
        return Math.toIntExact(rounds * cursors);
    }
}
