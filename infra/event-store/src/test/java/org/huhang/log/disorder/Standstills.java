package org.huhang.log.disorder;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.huhang.log.testing.LogDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stops a backend that is at work, for a moment, over and over: as a machine does that swaps. */
final class Standstills implements AutoCloseable {

    private final JdbcClient database;
    private final Random random;
    private final Thread thread;
    private volatile boolean closed;

    private Standstills(LogDatabase database, long seed) {
        this.database = JdbcClient.create(database.pool());
        this.random = new Random(seed);
        this.thread = Thread.ofPlatform().daemon().name("standstills").unstarted(this::stopSomebody);
    }

    static Standstills in(LogDatabase database, long seed) {
        Standstills standstills = new Standstills(database, seed);
        standstills.thread.start();
        return standstills;
    }

    private void stopSomebody() {
        while (!closed) {
            List<Long> atWork = database.sql("SELECT pid FROM pg_stat_activity WHERE usename = current_user"
                            + " AND datname = current_database() AND state = 'active' AND pid <> pg_backend_pid()")
                    .query(Long.class)
                    .list();
            if (!atWork.isEmpty()) {
                long backend = atWork.get(random.nextInt(atWork.size()));
                signal("-STOP", backend);
                pause(5, 40);
                signal("-CONT", backend);
            }
            pause(50, 300);
        }
    }

    private void pause(int atLeast, int atMost) {
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(atLeast, atMost)).toNanos());
    }

    private static void signal(String signal, long process) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns with nobody standing still any more. */
    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }
}
