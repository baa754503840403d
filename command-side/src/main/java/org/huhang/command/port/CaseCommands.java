package org.huhang.command.port;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.huhang.command.ask.CaseCommand;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.value.CaseId;

/** The one way to change a case. HTTP, import and demo all come through here. */
public interface CaseCommands {

    /** Runs one command to its end: when this returns, what it recorded is on disk. */
    Answer send(Request request);

    /**
     * @param at the instant of asking; today and the record's time follow from it
     * @param expectedVersion the stream's version the caller last saw
     */
    record Request(
            CaseId caseId,
            CaseCommand command,
            Attribution by,
            Instant at,
            OptionalLong expectedVersion,
            Optional<IdempotencyKey> key) {}
}
