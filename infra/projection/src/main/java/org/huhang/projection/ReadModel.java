package org.huhang.projection;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.huhang.query.Projection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A projection in this process: its copies, what it is doing, and who waits for it. */
public final class ReadModel {

    /** @param serves whether its tables can still be asked */
    private record Outdated(Made made, boolean serves) {}

    private static final Logger LOG = LoggerFactory.getLogger(ReadModel.class);

    private final Projection projection;
    private final Supplier<RowBasis> places;
    private final Copy live;
    private final Copy next;
    private final Copy previous;
    private final ReentrantLock lock = new ReentrantLock();
    private final java.util.concurrent.locks.Condition moved = lock.newCondition();
    private final Map<Integer, Condition.Stopped> stopped = new ConcurrentHashMap<>();
    private volatile Optional<Outdated> outdated = Optional.empty();
    private volatile Optional<RebuildProgress> rebuilding = Optional.empty();
    private volatile Optional<String> rebuildFault = Optional.empty();

    ReadModel(Projection projection, JdbcClient client, InstantSource clock) {
        this.projection = projection;
        this.places = new RowBasisInForce(projection::restsOn, clock)::now;
        this.live = new Copy(projection.name(), client);
        this.next = new Copy(projection.name() + "_rebuild", client);
        this.previous = new Copy(projection.name() + "_previous", client);
    }

    public String name() {
        return projection.name();
    }

    Projection projection() {
        return projection;
    }

    /** What rows are made by in this process now. It may be another a moment later. */
    Made wanted() {
        return new Made(projection.revision(), places.get());
    }

    /** The one that is read and followed. */
    public Copy live() {
        return live;
    }

    /** The one being made, while a rebuild is under way in whichever process. */
    Copy next() {
        return next;
    }

    /** The one that was read before the last rebuild, until it is discarded. */
    Copy previous() {
        return previous;
    }

    /** A read model that cannot go on says so, even while a new copy is made. */
    public Condition condition() {
        return stopped.values().stream()
                .findFirst()
                .<Condition>map(it -> it)
                .or(() -> rebuilding.map(Condition.Rebuilding::new))
                .or(() -> outdated.map(it -> new Condition.Outdated(it.made().revision())))
                .orElseGet(Condition.Following::new);
    }

    /** Whether the tables that are read have every column that this build asks for. */
    public boolean serves() {
        return outdated.map(Outdated::serves).orElse(true);
    }

    /** Finds out whether the rows are of the revision that this build makes, and of the tables in force. */
    void compareRevisions() {
        Made wanted = wanted();
        outdated = live.progress().stream()
                .map(SegmentProgress::made)
                .filter(made -> !made.like(wanted))
                .findFirst()
                .map(made -> new Outdated(made, live.serves(projection)));
    }

    /** What the rows were made by, where this process would make others. */
    Optional<Made> otherwiseMade() {
        return outdated.map(Outdated::made);
    }

    void moved(int segment) {
        stopped.remove(segment);
        told();
    }

    /** Another copy has come in its place. */
    void replaced() {
        stopped.clear();
        compareRevisions();
        told();
    }

    /** Waits for the next {@link #moved}, at most {@code longest}. */
    void awaitMove(Duration longest) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            moved.await(longest.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            lock.unlock();
        }
    }

    /** Says so once, not at every attempt. */
    void stopped(int segment, Condition.Stopped now) {
        if (!now.equals(stopped.put(segment, now))) {
            LOG.error(
                    "Read model {} has stopped{}: {}. It is tried again until it can go on.",
                    name(),
                    now.position().map(position -> " at position " + position).orElse(""),
                    now.reason());
        }
    }

    void rebuilding(RebuildProgress progress) {
        rebuilding = Optional.of(progress);
        rebuildFault = Optional.empty();
    }

    /** @param fault what has kept the rebuild from its end, if anything did */
    void rebuildEnded(Optional<String> fault) {
        rebuilding = Optional.empty();
        rebuildFault = fault;
    }

    /** Where one is under way in this process. */
    public Optional<RebuildProgress> rebuilding() {
        return rebuilding;
    }

    Optional<String> rebuildFault() {
        return rebuildFault;
    }

    private void told() {
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
