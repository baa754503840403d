package org.huhang.log.axonserver;

import io.axoniq.axonserver.connector.event.AppendEventsTransaction;
import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.Event;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.axonserver.connector.ErrorCode;
import org.huhang.command.port.Unavailable;

/**
 * Appending to Axon Server, one transaction a command. Where the answer gets lost, the very same events are sent again: the
 * server takes them once at most, and says so by their sequence numbers; whose it has is read from the case's stream.
 */
final class Appends implements AutoCloseable {

    /** What became of a command's facts. */
    enum Result {
        RECORDED,
        /** A case has another fact in their place; they will never be recorded. */
        OVERTAKEN,
        /** The server would not take them, or is not there. */
        REFUSED
    }

    private static final Duration LONGEST_DOUBT = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Metadata.Key<String> ERROR_CODE =
            Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);

    private final AxonServerLink link;
    private final ServerStreams streams;
    private final WireEvents wire;
    private final ExecutorService doubts = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("append-doubt-", 1).factory());

    Appends(AxonServerLink link, ServerStreams streams, WireEvents wire) {
        this.link = link;
        this.streams = streams;
        this.wire = wire;
    }

    /** @return completes exceptionally with {@link Unavailable} where the result stays unknown */
    CompletableFuture<Result> append(List<ServerFact> facts) {
        if (!link.connected()) {
            return CompletableFuture.completedFuture(Result.REFUSED);
        }
        List<Event> events = facts.stream().map(wire::write).toList();
        return once(events)
                .handle(Appends::result)
                .thenCompose(result -> result.isPresent() && result.get() != Result.REFUSED
                        ? CompletableFuture.completedFuture(result.get())
                        : CompletableFuture.supplyAsync(() -> settled(facts.getFirst(), events, result), doubts));
    }

    @Override
    public void close() {
        doubts.shutdownNow();
    }

    private CompletableFuture<Confirmation> once(List<Event> events) {
        try {
            AppendEventsTransaction transaction = link.events().startAppendEventsTransaction();
            events.forEach(transaction::appendEvent);
            return transaction.commit();
        } catch (RuntimeException e) {
            // The stream was broken before we were through with it.
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Empty where it cannot be told from this answer. */
    private static Optional<Result> result(Confirmation confirmed, Throwable failed) {
        if (failed == null) {
            return confirmed != null && confirmed.getSuccess() ? Optional.of(Result.RECORDED) : Optional.empty();
        }
        return switch (code(failed)) {
            case INVALID_EVENT_SEQUENCE -> Optional.of(Result.OVERTAKEN);
            case NO_EVENT_STORE_MASTER_AVAILABLE,
                    EVENT_PAYLOAD_TOO_LARGE,
                    AUTHENTICATION_TOKEN_MISSING,
                    AUTHENTICATION_INVALID_TOKEN -> Optional.of(Result.REFUSED);
            case ErrorCode other -> Optional.empty();
        };
    }

    private static ErrorCode code(Throwable failed) {
        return failed instanceof StatusRuntimeException status
                        && status.getTrailers() != null
                        && status.getTrailers().get(ERROR_CODE) instanceof String code
                ? ErrorCode.getFromCode(code)
                : ErrorCode.OTHER;
    }

    /** Finds out, from the stream and by sending again, what became of facts whose answer was a refusal or none. */
    private Result settled(ServerFact first, List<Event> events, Optional<Result> said) {
        long deadline = System.nanoTime() + LONGEST_DOUBT.toNanos();
        Optional<Result> answer = said;
        while (System.nanoTime() - deadline < 0) {
            Optional<Result> result = inStream(first);
            if (result.isPresent()) {
                return result.get();
            }
            if (answer.equals(Optional.of(Result.REFUSED))) {
                return Result.REFUSED;
            }
            pause();
            answer = link.connected() ? once(events).handle(Appends::result).join() : Optional.empty();
            if (answer.equals(Optional.of(Result.RECORDED))) {
                return Result.RECORDED;
            }
        }
        throw Unavailable.outcomeUnknown();
    }

    /** Empty while the case has no fact of that version, or cannot be read. */
    private Optional<Result> inStream(ServerFact first) {
        try {
            return streams.of(first.stream(), first.version()).stream()
                    .findFirst()
                    .map(there -> there.message().equals(first.message()) ? Result.RECORDED : Result.OVERTAKEN);
        } catch (Unavailable notNow) {
            return Optional.empty();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Unavailable.outcomeUnknown();
        }
    }
}
