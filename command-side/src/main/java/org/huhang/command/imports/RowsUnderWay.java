package org.huhang.command.imports;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Rows of one list being carried, many at once, so that they share each trip to the disk; their results come in the order
 * of the rows.
 */
final class RowsUnderWay implements AutoCloseable {

    private static final int MOST = 256;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final ImportJob job;
    private final RowTurns turns;
    private final ChildrenUnderWay children;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("import-row-", 0).factory());
    private final Deque<Row> rows = new ArrayDeque<>();
    private volatile boolean failed;

    RowsUnderWay(ImportJob job, RowTurns turns, ChildrenUnderWay children) {
        this.job = job;
        this.turns = turns;
        this.children = children;
    }

    /** @param readTo how many bytes of the file end with this row */
    record Through(RowResult result, long readTo) {}

    /**
     * Waits a while for the list's turn, and for rows of perhaps the same child. After a row that failed nothing is started
     * any more.
     *
     * @param marks by which another row is known as perhaps of the same child
     * @return false when it was not started
     */
    boolean start(List<String> marks, long readTo, Callable<RowResult> carry) {
        if (failed || !children.hold(marks, LONGEST_WAIT)) {
            return false;
        }
        // Whoever failed meanwhile has let go of its marks only after it said so.
        if (failed || !turns.take(job, LONGEST_WAIT)) {
            children.letGo(marks);
            return false;
        }
        rows.add(new Row(readTo, threads.submit(() -> carried(marks, carry))));
        return true;
    }

    private RowResult carried(List<String> marks, Callable<RowResult> carry) throws Exception {
        boolean through = false;
        long begun = System.nanoTime();
        try {
            RowResult result = carry.call();
            through = true;
            return result;
        } finally {
            if (!through) {
                failed = true;
            }
            children.letGo(marks);
            turns.giveBack(Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Whether the oldest is through, or there are so many, or one has failed, that it has to be waited for. */
    boolean yields() {
        return !rows.isEmpty()
                && (failed || rows.size() >= MOST || rows.getFirst().result.isDone());
    }

    /** The result of the oldest; throws what carrying it threw. */
    Through take() {
        Row oldest = rows.removeFirst();
        return new Through(result(oldest.result), oldest.readTo);
    }

    /** Waits for the rows under way. */
    @Override
    public void close() {
        threads.close();
    }

    private static RowResult result(Future<RowResult> row) {
        try {
            return row.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a row was carried", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        }
    }

    private record Row(long readTo, Future<RowResult> result) {}
}
