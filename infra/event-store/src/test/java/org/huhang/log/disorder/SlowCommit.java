package org.huhang.log.disorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.log.testing.Eventually.eventually;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.huhang.log.testing.LogDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What a reader is given while one commit is slow: it was written first, a quick one of another process is written after it,
 * the reader reads what it can, and only then the slow one is through.
 */
final class SlowCommit {

    private static final long GATE = 4711;
    private static final Duration QUICK = Duration.ofMillis(500);
    private static final Duration LONGEST_SILENCE = Duration.ofMillis(500);

    /** Far older than any reader's patience with a gap is here. */
    private static final Duration OLD = Duration.ofMillis(100);

    private final LogDatabase database;
    private final UUID slow;
    private final UUID quick;

    /**
     * @param table whose inserts of the slow stream wait in their commit
     * @param column of that table that names the stream
     */
    SlowCommit(LogDatabase database, String table, String column, UUID slow, UUID quick) throws Exception {
        this.database = database;
        this.slow = slow;
        this.quick = quick;
        database.asSuperuser("CREATE FUNCTION wait_at_the_gate() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$ BEGIN PERFORM pg_advisory_xact_lock(" + GATE + "); RETURN NULL; END $$");
        database.asSuperuser("CREATE CONSTRAINT TRIGGER wait_at_the_gate AFTER INSERT ON " + table
                + " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW." + column + "::text = '" + slow
                + "') EXECUTE FUNCTION wait_at_the_gate()");
    }

    /** Streams delivered, in order. */
    List<UUID> delivered(Engine one, Engine other) throws Exception {
        Engine.Reader reader = other.reader();
        List<UUID> delivered = new ArrayList<>();
        try (Connection connection = database.pool().getConnection();
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            JdbcClient gate = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            gate.sql("SELECT pg_advisory_lock(" + GATE + ")").query().singleRow();
            Future<?> slowOne = threads.submit(() -> one.commit(slow));
            eventually(() -> assertThat(gate.sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
                                    + " AND NOT granted AND objid = " + GATE)
                            .query(Integer.class)
                            .single())
                    .isPositive());
            Future<?> quickOne = threads.submit(() -> other.commit(quick));
            awaitUnlessItWaits(quickOne);
            LockSupport.parkNanos(OLD.toNanos());
            delivered.addAll(reader.next());
            gate.sql("SELECT pg_advisory_unlock(" + GATE + ")").query().singleRow();
            slowOne.get(30, TimeUnit.SECONDS);
            quickOne.get(30, TimeUnit.SECONDS);
            readOn(reader, delivered);
        }
        return delivered;
    }

    /** Whether the quick one gets through before the slow one is the engine's affair; the reader reads either way. */
    private static void awaitUnlessItWaits(Future<?> quick) throws Exception {
        try {
            quick.get(QUICK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException waiting) {
            // It waits for the slow one.
        }
    }

    private static void readOn(Engine.Reader reader, List<UUID> delivered) {
        for (long heard = System.nanoTime(); System.nanoTime() - heard < LONGEST_SILENCE.toNanos(); ) {
            List<UUID> next = reader.next();
            delivered.addAll(next);
            if (next.isEmpty()) {
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            } else {
                heard = System.nanoTime();
            }
        }
    }
}
