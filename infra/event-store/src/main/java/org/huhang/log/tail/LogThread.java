package org.huhang.log.tail;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/** A thread that follows the log for the whole process: before its readers, and stopped after them. */
public abstract class LogThread implements SmartLifecycle {

    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final String name;
    private volatile CountDownLatch stopping;
    private volatile Thread thread;

    protected LogThread(String name) {
        this.name = name;
    }

    /** Works until {@link #stopped}. */
    protected abstract void run();

    /** Whether to stop; waits for it at most as long as {@code within}. */
    protected final boolean stopped(Duration within) {
        try {
            return stopping.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    @Override
    public final void start() {
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    @Override
    public final void stop() {
        Thread working = thread;
        thread = null;
        if (working != null) {
            stopping.countDown();
            try {
                working.join(LONGEST_STOP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public final boolean isRunning() {
        return thread != null;
    }

    @Override
    public final int getPhase() {
        return -1000;
    }
}
