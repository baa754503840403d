package org.huhang.log.append;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.huhang.command.port.Unavailable;
import org.huhang.log.tail.LogTail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The one writer of a process: takes all changes that wait and appends them in one transaction. Any number of processes
 * may have one each; they take turns at the head of the log.
 *
 * <p>What a change came to is told on this thread when it was recorded, so whoever depends on it must be quick; every
 * other outcome is told on a thread of its own.
 */
public final class LogWriter implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);

    private static final int MOST_AT_ONCE = 512;
    private static final Duration IDLE = Duration.ofMillis(200);
    private static final Duration GLANCE = Duration.ofNanos(250_000);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(8);

    private final BlockingQueue<Append> waiting;
    private final Queue<Append> carriedOver = new ArrayDeque<>();
    private final LogSettings settings;
    private final LogConnection log;
    private final LogTail tail;
    private volatile ExecutorService others;
    private volatile Thread thread;
    private volatile boolean open;

    /** How many came at most a moment ago. */
    private int company;

    /** In nanoseconds. */
    private long lastWrite;

    public LogWriter(DataSource database, LogTail tail, LogSettings settings) {
        this.log = new LogConnection(database);
        this.tail = tail;
        this.settings = settings;
        this.waiting = new ArrayBlockingQueue<>(settings.waiting());
    }

    /** @throws Unavailable when more changes wait than may, or nothing is written any more */
    public CompletableFuture<AppendResult> append(Append change) {
        if (!open) {
            throw Unavailable.notRecorded();
        }
        if (!waiting.offer(change)) {
            throw Unavailable.tooManyCommands();
        }
        return change.result();
    }

    /** Changes waiting to be written. */
    public int waiting() {
        return waiting.size();
    }

    @Override
    public void start() {
        others = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("log-outcome-", 1).factory());
        open = true;
        thread = Thread.ofPlatform().name("log-writer").daemon().start(this::writeUntilStopped);
    }

    /** What waits is still written, if the log can be. */
    @Override
    public void stop() {
        open = false;
        Thread writing = thread;
        if (writing == null) {
            return;
        }
        try {
            writing.join(LONGEST_STOP);
            if (writing.isAlive()) {
                writing.interrupt();
                writing.join(LONGEST_STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
        others.shutdown();
        log.close();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before anybody has something to record, and stopped after them. */
    @Override
    public int getPhase() {
        return -1000;
    }

    private void writeUntilStopped() {
        try {
            while (open || !waiting.isEmpty() || !carriedOver.isEmpty()) {
                Batch batch = take();
                if (!batch.isEmpty()) {
                    writeOrFail(batch);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        waiting.forEach(change -> change.result().completeExceptionally(Unavailable.notRecorded()));
    }

    private Batch take() throws InterruptedException {
        List<Append> taken = new ArrayList<>();
        for (Append change; (change = carriedOver.poll()) != null; ) {
            taken.add(change);
        }
        if (taken.isEmpty()) {
            Append first = waiting.poll(IDLE.toNanos(), TimeUnit.NANOSECONDS);
            if (first == null) {
                company = 0;
                return Batch.of(taken);
            }
            taken.add(first);
        }
        waiting.drainTo(taken, MOST_AT_ONCE - taken.size());
        gather(taken);
        Batch batch = Batch.of(fresh(taken));
        carriedOver.addAll(batch.later());
        return batch;
    }

    /**
     * Company is worth waiting for only where there was some a moment ago, and no longer than a write takes: who has
     * been alone for a while is not held up, and the busier the database, the more share a write.
     */
    private void gather(List<Append> taken) {
        long until = System.nanoTime() + Math.min(lastWrite, settings.linger().toNanos());
        while (taken.size() < company && System.nanoTime() < until) {
            LockSupport.parkNanos(GLANCE.toNanos());
            waiting.drainTo(taken, MOST_AT_ONCE - taken.size());
        }
        company = Math.max(taken.size(), company - company / 8 - 1);
    }

    /** Without those that waited so long that their callers have gone. */
    private List<Append> fresh(List<Append> taken) {
        long longest = settings.longestWait().toNanos();
        taken.stream().filter(change -> change.olderThan(longest)).forEach(change -> change.result()
                .completeExceptionally(Unavailable.notRecorded()));
        return taken.stream().filter(change -> !change.olderThan(longest)).toList();
    }

    /** A fault of ours may fail these changes, but not end the writer. */
    private void writeOrFail(Batch batch) throws InterruptedException {
        long start = System.nanoTime();
        try {
            write(batch);
        } catch (RuntimeException | Error fault) {
            LOG.error("A batch failed: {}", fault.getClass().getSimpleName());
            Stream.concat(batch.changes().stream(), batch.overtaken().stream())
                    .forEach(change -> others.execute(() -> change.result().completeExceptionally(fault)));
        } finally {
            lastWrite = System.nanoTime() - start;
            tail.writing(false);
        }
    }

    private void write(Batch batch) throws InterruptedException {
        tail.writing(true);
        List<LogConnection.Attempt> attempts = log.append(batch.changes());
        attempts.stream()
                .map(LogConnection.Attempt::result)
                .flatMap(result -> result instanceof AppendResult.PutBack(long head) ? Stream.of(head) : Stream.empty())
                .findFirst()
                .ifPresent(tail::putBack);
        // Whoever is told of its own fact shall find it: the tail first.
        tail.wrote(attempts.stream()
                .filter(attempt -> attempt.result() instanceof AppendResult.Written)
                .flatMap(attempt -> ((AppendResult.Written) attempt.result()).facts().stream())
                .toList());
        for (LogConnection.Attempt attempt : attempts) {
            tell(attempt);
        }
        batch.overtaken().forEach(change -> later(change, new AppendResult.Overtaken(true)));
    }

    private void tell(LogConnection.Attempt attempt) {
        switch (attempt) {
            case LogConnection.Attempt(Append change, AppendResult.Written written, RuntimeException _) ->
                change.result().complete(written);
            case LogConnection.Attempt(Append change, AppendResult result, RuntimeException fault)
            when fault == null -> later(change, result);
            case LogConnection.Attempt(Append change, AppendResult _, RuntimeException fault) ->
                others.execute(() -> change.result().completeExceptionally(fault));
        }
    }

    private void later(Append change, AppendResult result) {
        others.execute(() -> change.result().complete(result));
    }
}
