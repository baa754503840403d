package org.huhang.bench.database;

import java.time.Duration;
import org.huhang.bench.measure.Done;
import org.huhang.bench.measure.Subject;

/** L1 and L2: inserts into a {@link PlainTable}, one transaction a statement. */
public final class Inserts implements Subject {

    /** Who sends them. */
    public interface Sender {

        /** Sends {@code statement} over {@code connections} at once, each when the one before is through. */
        Done send(String statement, int connections, Duration length) throws Exception;
    }

    private final String name;
    private final int rows;
    private final int connections;
    private final Sender sender;

    public Inserts(String name, int rows, int connections, Sender sender) {
        this.name = name;
        this.rows = rows;
        this.connections = connections;
        this.sender = sender;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String unit() {
        return "rows";
    }

    @Override
    public int connections() {
        return connections;
    }

    @Override
    public Done run(Duration length) throws Exception {
        Done statements = sender.send(PlainTable.insert(rows), connections, length);
        return new Done(
                statements.count() * rows,
                statements.seconds(),
                statements.refused(),
                statements.latencies(),
                statements.also());
    }
}
