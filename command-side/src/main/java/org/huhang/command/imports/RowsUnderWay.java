package org.huhang.command.imports;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Rows being carried, many at once, so that they share each trip to the disk; their results come in the order of the rows.
 * A row that may be of the same child as one under way waits for it, and finds what that one left.
 */
final class RowsUnderWay implements AutoCloseable {

    private static final int MOST = 256;

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("import-row-", 0).factory());
    private final Deque<Row> rows = new ArrayDeque<>();
    private final Map<String, Future<RowResult>> byMark = new HashMap<>();

    /** @param marks by which another row is known as perhaps of the same child */
    void start(List<String> marks, Callable<RowResult> carry) {
        marks.stream().filter(byMark::containsKey).map(byMark::get).forEach(RowsUnderWay::result);
        Row row = new Row(marks, threads.submit(carry));
        rows.add(row);
        marks.forEach(mark -> byMark.put(mark, row.result));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Whether the oldest is through, or there are so many that it has to be waited for. */
    boolean yields() {
        return rows.size() >= MOST || !rows.isEmpty() && rows.getFirst().result.isDone();
    }

    /** The result of the oldest; throws what carrying it threw. */
    RowResult take() {
        Row oldest = rows.removeFirst();
        oldest.marks.forEach(mark -> byMark.remove(mark, oldest.result));
        return result(oldest.result);
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

    private record Row(List<String> marks, Future<RowResult> result) {}
}
