package org.huhang.command.port;

import java.time.Duration;

/** How long a caller of {@link CommandGateway#send} waits before being told that the outcome is not known. */
public record LongestWait(Duration time) {

    public static final LongestWait DEFAULT = new LongestWait(Duration.ofSeconds(10));
}
