package org.huhang.command.imports;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The one thread of this process that runs import jobs; it also takes up what a dead process left behind. */
@Component
class ImportWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    private final ImportRunner runner;
    private final Semaphore work = new Semaphore(0);
    private volatile Thread thread;

    ImportWorker(ImportRunner runner) {
        this.runner = runner;
    }

    /** There is a job to run. */
    void wake() {
        work.release();
    }

    @Override
    public void start() {
        Thread worker = Thread.ofPlatform().name("import").unstarted(this::loop);
        // Known before it runs: a thread that does not find itself here ends.
        thread = worker;
        worker.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            runner.stop();
            work.release();
            try {
                running.join(STOP_WITHIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void loop() {
        while (thread == Thread.currentThread()) {
            try {
                if (!ranOne()) {
                    work.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
                }
                work.drainPermits();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private boolean ranOne() {
        try {
            return runner.runNext();
        } catch (RuntimeException e) {
            // The job keeps its place and is taken up again when its lease runs out. The message may hold row content.
            LOG.error(
                    "An import stopped on {}; it will be taken up again",
                    e.getClass().getName());
            return false;
        }
    }
}
