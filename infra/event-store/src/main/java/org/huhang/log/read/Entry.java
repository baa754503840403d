package org.huhang.log.read;

import org.huhang.kernel.log.Recorded;

/** A row of the log: the fact, and the identifier of the message that brought it. */
public record Entry(Recorded fact, String messageId) {}
