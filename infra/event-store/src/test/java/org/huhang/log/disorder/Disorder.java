package org.huhang.log.disorder;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.huhang.log.testing.LogDatabase;

/**
 * Many writers of several processes commit in an order of chance's making, while readers follow. Some transactions stall
 * in the middle of their commit, and now and then a whole backend stands still. The same for any engine.
 */
final class Disorder {

    private static final int WRITERS = 64;
    private static final int READERS = 2;

    /** One commit in so many stalls. */
    private static final int STALLED = 250;

    private static final Duration STALL = Duration.ofMillis(30);
    private static final Duration LONGEST_SILENCE = Duration.ofMillis(500);

    private final List<? extends Engine> processes;
    private final List<Integer> order;
    private final AtomicInteger next = new AtomicInteger();
    private final long seed;
    private volatile boolean over;

    private Disorder(List<? extends Engine> processes, int commits, long seed) {
        this.processes = processes;
        this.seed = seed;
        this.order = new ArrayList<>(IntStream.range(0, commits).boxed().toList());
        Collections.shuffle(order, new Random(seed));
    }

    /**
     * What one reader was given.
     *
     * @param doubled what it was given more than once
     * @param order a digest of the order in which it was given
     */
    record Given(BitSet seen, List<Integer> doubled, long order) {}

    /** @param committed facts that their writers saw committed */
    record Outcome(int committed, List<Given> readers) {

        /** Committed, and never given to this reader. */
        int skippedBy(Given reader) {
            return committed - reader.seen().cardinality();
        }
    }

    /**
     * @param table whose inserts are stalled in their commit
     * @param column of that table that names the stream
     */
    static Outcome of(
            LogDatabase database, String table, String column, List<? extends Engine> processes, int commits, long seed)
            throws Exception {
        stall(database, table, column);
        Disorder disorder = new Disorder(processes, commits, seed);
        try (Standstills standstills = Standstills.in(database, seed)) {
            return disorder.run();
        }
    }

    private static void stall(LogDatabase database, String table, String column) throws SQLException {
        database.asSuperuser("CREATE FUNCTION stall() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep("
                + STALL.toMillis() / 1000.0 + "); RETURN NULL; END $$");
        database.asSuperuser("CREATE CONSTRAINT TRIGGER stall AFTER INSERT ON " + table
                + " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (hashtext(NEW." + column + "::text) % " + STALLED
                + " = 0) EXECUTE FUNCTION stall()");
    }

    private Outcome run() throws Exception {
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("disorder-", 0).factory())) {
            List<Future<Given>> readers = new ArrayList<>();
            List<Future<?>> writers = new ArrayList<>();
            for (Engine process : processes) {
                for (int reader = 0; reader < READERS; reader++) {
                    readers.add(threads.submit(() -> read(process.reader())));
                }
                for (int writer = 0; writer < WRITERS; writer++) {
                    Random random = new Random(seed + writers.size());
                    writers.add(threads.submit(() -> write(process, random)));
                }
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            over = true;
            List<Given> given = new ArrayList<>();
            for (Future<Given> reader : readers) {
                given.add(reader.get());
            }
            return new Outcome(order.size(), given);
        }
    }

    private void write(Engine process, Random random) {
        for (int mine = next.getAndIncrement(); mine < order.size(); mine = next.getAndIncrement()) {
            process.commit(new UUID(seed, order.get(mine)));
            if (random.nextInt(8) == 0) {
                LockSupport.parkNanos(random.nextInt(1_000_000));
            }
        }
    }

    private Given read(Engine.Reader reader) {
        BitSet seen = new BitSet(order.size());
        List<Integer> doubled = new ArrayList<>();
        long digest = 1;
        long lastHeard = System.nanoTime();
        while (!over || System.nanoTime() - lastHeard < LONGEST_SILENCE.toNanos()) {
            List<UUID> heard = reader.next();
            for (UUID stream : heard) {
                int number = (int) stream.getLeastSignificantBits();
                if (seen.get(number)) {
                    doubled.add(number);
                }
                seen.set(number);
                digest = 31 * digest + number;
            }
            if (heard.isEmpty()) {
                LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
            } else {
                lastHeard = System.nanoTime();
            }
        }
        return new Given(seen, doubled, digest);
    }
}
