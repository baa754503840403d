package org.huhang.log;

import org.huhang.kernel.log.Recorded;

/** A row of the log: the fact, and the identifier of the message that brought it. */
record Entry(Recorded fact, String messageId) {}
