package org.huhang.bench.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same work on several threads at once. */
public final class AtOnce {

    /** What one of the threads does. */
    @FunctionalInterface
    public interface Work {

        /**
         * @param number of the thread, from 0
         * @param deadline when to stop, by {@link System#nanoTime}
         */
        void run(int number, long deadline) throws Exception;
    }

    private AtOnce() {}

    /** @return how many seconds it took until the last had stopped */
    public static double run(int threads, Duration length, Work work) throws Exception {
        return run(threads, Thread.ofPlatform().daemon(), length, work);
    }

    /** On virtual threads, as the server runs its requests. */
    public static double runAsRequests(int threads, Duration length, Work work) throws Exception {
        return run(threads, Thread.ofVirtual(), length, work);
    }

    private static double run(int threads, Thread.Builder kind, Duration length, Work work) throws Exception {
        try (ExecutorService pool =
                Executors.newFixedThreadPool(threads, kind.name("worker-", 0).factory())) {
            long start = System.nanoTime();
            long deadline = start + length.toNanos();
            List<Future<?>> running = new ArrayList<>();
            for (int number = 0; number < threads; number++) {
                int own = number;
                running.add(pool.submit(() -> {
                    work.run(own, deadline);
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
            return (System.nanoTime() - start) / 1e9;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
