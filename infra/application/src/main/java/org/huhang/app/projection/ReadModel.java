package org.huhang.app.projection;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.log.Recorded;
import org.huhang.query.Projection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A projection in this process: its tables, what it is doing, and who waits for it. */
final class ReadModel {

    private static final Logger LOG = LoggerFactory.getLogger(ReadModel.class);

    private final Projection projection;
    private final ReadModelSchema schema;
    private final ReentrantLock lock = new ReentrantLock();
    private final java.util.concurrent.locks.Condition moved = lock.newCondition();
    private volatile Optional<Condition.Stopped> stopped = Optional.empty();
    private volatile Optional<Condition.Rebuilding> rebuilding = Optional.empty();

    ReadModel(Projection projection, ReadModelSchema schema) {
        this.projection = projection;
        this.schema = schema;
    }

    String name() {
        return projection.name();
    }

    Projection projection() {
        return projection;
    }

    ReadModelSchema schema() {
        return schema;
    }

    /** A read model that cannot go on says so, even while a new copy is made. */
    Condition condition() {
        return stopped.<Condition>map(it -> it).or(() -> rebuilding).orElseGet(Condition.Following::new);
    }

    void moved() {
        stopped = Optional.empty();
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
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
    void stopped(Optional<Recorded> at, String reason) {
        Condition.Stopped now = new Condition.Stopped(
                at.map(Recorded::position),
                at.map(fact -> EventCatalogue.name(fact.event().getClass())),
                reason);
        if (!stopped.equals(Optional.of(now))) {
            LOG.error(
                    "Read model {} has stopped{}: {}. It is tried again until it can go on.",
                    name(),
                    at.map(fact -> " at position " + fact.position() + " ("
                                    + now.event().orElseThrow() + ")")
                            .orElse(""),
                    reason);
        }
        stopped = Optional.of(now);
    }

    void rebuilding(long position) {
        rebuilding = Optional.of(new Condition.Rebuilding(position));
    }

    void rebuilt() {
        rebuilding = Optional.empty();
    }
}
