package org.huhang.bench.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.huhang.bench.measure.AtOnce;
import org.huhang.bench.measure.Done;

/** The same loop as {@code pgbench} runs, over JDBC, for where there is none. */
public final class JdbcLoop implements Inserts.Sender {

    private final Server server;

    public JdbcLoop(Server server) {
        this.server = server;
    }

    @Override
    public Done send(String statement, int connections, Duration length) throws Exception {
        LongAdder sent = new LongAdder();
        double seconds = AtOnce.run(connections, length, (number, deadline) -> {
            try (Connection connection = server.connect(PlainTable.DATABASE);
                    PreparedStatement insert = connection.prepareStatement(statement)) {
                while (System.nanoTime() - deadline < 0) {
                    insert.executeUpdate();
                    sent.increment();
                }
            }
        });
        return Done.of(sent.sum(), seconds);
    }

    @Override
    public String toString() {
        return "a JDBC loop, for there is no pgbench on the PATH";
    }
}
