package org.huhang.command.port;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.huhang.command.ask.Command;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.stream.StreamId;

/** The one way to change a case. HTTP, import and demo all come through here. */
public interface CommandGateway {

    /**
     * Runs one command to its end: when this returns, what it recorded is on disk.
     *
     * @throws Unavailable when no answer can be had now, or not in time
     */
    Answer send(Request request);

    /**
     * Decides one command and hands it to the log; returns before that has reached the disk, so that a caller may have many
     * under way. Commands handed over one after the other are recorded in that order, unless one of them has to be decided
     * anew. Two of one case should not be under way together: the second would wait for the first.
     *
     * @return completes once what was recorded is on disk; exceptionally with {@link Unavailable} or a fault
     */
    CompletableFuture<Answer> submit(Request request);

    /**
     * @param at the instant of asking; today and the record's time follow from it
     * @param expectedVersion the stream's version the caller last saw
     */
    record Request(
            StreamId stream,
            Command command,
            Attribution by,
            Instant at,
            OptionalLong expectedVersion,
            Optional<IdempotencyKey> key) {}
}
