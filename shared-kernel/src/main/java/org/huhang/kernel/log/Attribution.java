package org.huhang.kernel.log;

import java.util.Optional;
import org.huhang.kernel.access.Actor;

/**
 * Where a fact came from.
 *
 * @param requestId names the HTTP request, import row or job run that led to it
 * @param source e.g. an import job and row, {@code import:4f…/17}
 * @param demo whether it is invented, for demonstration
 */
public record Attribution(Actor actor, String requestId, Channel channel, Optional<String> source, boolean demo) {

    public enum Channel {
        API,
        IMPORT,
        CALENDAR,
        DEMO
    }
}
