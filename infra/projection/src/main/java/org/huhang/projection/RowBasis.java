package org.huhang.projection;

import java.time.Instant;

/**
 * What rows rest on beside the facts, by what it said at one time.
 *
 * @param since when the process that made the rows began to go by them
 */
record RowBasis(String fingerprint, Instant since) {

    static final RowBasis NONE = new RowBasis("", Instant.EPOCH);
}
