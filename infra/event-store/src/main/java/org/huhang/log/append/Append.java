package org.huhang.log.append;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.stream.StreamId;
import org.huhang.log.codec.WrittenEvent;
import org.huhang.log.identity.IndexStep;

/**
 * One change on its way into the log, in its written form. Its message ids make it known again, so that it may be sent a
 * second time when the result of the first is not known.
 */
public final class Append {

    /** No fact of the case beyond this version has been seen; -1 for none at all. */
    public record Expectation(StreamId stream, long version) {}

    public record Line(StreamId stream, long version, Event event, WrittenEvent written, UUID messageId) {}

    public record Receipt(String owner, String key, String digest, String answer) {}

    private final List<Expectation> expectations;
    private final List<Line> facts;
    private final List<IndexStep> index;
    private final Optional<Receipt> receipt;
    private final Attribution by;
    private final String metadata;
    private final Instant at;
    private final CompletableFuture<AppendResult> result = new CompletableFuture<>();
    private final long handedOver = System.nanoTime();

    /**
     * @param at the instant of asking; counts for the demo only, whose facts bring their own time
     * @param metadata {@code by} in its written form
     */
    public Append(
            List<Expectation> expectations,
            List<Line> facts,
            List<IndexStep> index,
            Optional<Receipt> receipt,
            Attribution by,
            String metadata,
            Instant at) {
        this.expectations = List.copyOf(expectations);
        this.facts = List.copyOf(facts);
        this.index = List.copyOf(index);
        this.receipt = receipt;
        this.by = by;
        this.metadata = metadata;
        this.at = at;
    }

    public List<Expectation> expectations() {
        return expectations;
    }

    List<Line> facts() {
        return facts;
    }

    List<IndexStep> index() {
        return index;
    }

    Optional<Receipt> receipt() {
        return receipt;
    }

    Attribution by() {
        return by;
    }

    String metadata() {
        return metadata;
    }

    /** In microseconds, as the log keeps time; empty where the database's clock tells it. */
    Optional<Instant> ownTime() {
        return by.demo() ? Optional.of(at.truncatedTo(ChronoUnit.MICROS)) : Optional.empty();
    }

    CompletableFuture<AppendResult> result() {
        return result;
    }

    boolean olderThan(long nanos) {
        return System.nanoTime() - handedOver > nanos;
    }
}
