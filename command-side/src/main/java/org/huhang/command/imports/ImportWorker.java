package org.huhang.command.imports;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the import jobs of this process open, each with a thread of its own, and takes up what a dead process left behind.
 * The rows of all take turns. Where more jobs wait than may be open, the open ones take turns too, by a group of rows at
 * least.
 */
@Component
class ImportWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final Duration LOOK_FOR_ROOM = Duration.ofMillis(500);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    private final ImportRunner runner;
    private final int mostOpen;
    private final Semaphore work = new Semaphore(0);

    /** In the order in which they were taken up. */
    private final List<OpenImport> open = new CopyOnWriteArrayList<>();

    private volatile Thread thread;
    private ExecutorService threads;

    ImportWorker(ImportRunner runner, @Value("${huhang.import.at-once:16}") int mostOpen) {
        this.runner = runner;
        this.mostOpen = mostOpen;
    }

    /** There is a job to run. */
    void wake() {
        work.release();
    }

    @Override
    public void start() {
        threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("import-", 0).factory());
        // Known before it runs: a thread that does not find itself here takes itself for stopped.
        thread = Thread.ofPlatform().name("imports").unstarted(this::loop);
        thread.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running == null) {
            return;
        }
        work.release();
        try {
            running.join(STOP_WITHIN);
            open.forEach(OpenImport::leave);
            threads.shutdown();
            threads.awaitTermination(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void loop() {
        while (thread == Thread.currentThread()) {
            try {
                Duration pause = distribute();
                work.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                work.drainPermits();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** @return after which time to look again, if nothing comes before */
    private Duration distribute() {
        try {
            while (open.size() < mostOpen && takeUpOne()) {}
            if (open.size() < mostOpen || !runner.isAnyWaiting()) {
                return LOOK_AGAIN;
            }
            makeRoom();
            return LOOK_FOR_ROOM;
        } catch (RuntimeException e) {
            LOG.error(
                    "Imports could not be looked for ({}); they will be again",
                    e.getClass().getName());
            return LOOK_AGAIN;
        }
    }

    private boolean takeUpOne() {
        if (thread != Thread.currentThread()) {
            return false;
        }
        Optional<OpenImport> next = runner.next();
        next.ifPresent(it -> {
            open.add(it);
            threads.execute(() -> run(it));
        });
        return next.isPresent();
    }

    private void run(OpenImport it) {
        try {
            runner.run(it);
        } catch (RuntimeException e) {
            // The job keeps its place and is taken up again when its lease runs out. The message may hold row content.
            LOG.error(
                    "An import stopped on {}; it will be taken up again",
                    e.getClass().getName());
        } finally {
            open.remove(it);
            work.release();
        }
    }

    /** One at a time leaves: of the county that has most open here, the one that has been open longest. */
    private void makeRoom() {
        if (open.stream().noneMatch(OpenImport::isToLeave)) {
            open.stream()
                    .filter(it -> it.rows() >= ImportRunner.GROUP)
                    .max(Comparator.comparingLong(this::openOfCounty)
                            .thenComparing(open::indexOf, Comparator.reverseOrder()))
                    .ifPresent(OpenImport::leave);
        }
    }

    private long openOfCounty(OpenImport one) {
        return open.stream()
                .filter(it -> it.job()
                        .submittedBy()
                        .jurisdiction()
                        .equals(one.job().submittedBy().jurisdiction()))
                .count();
    }
}
