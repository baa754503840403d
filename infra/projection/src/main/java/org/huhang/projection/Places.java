package org.huhang.projection;

import java.time.Instant;

/**
 * Tables of divisions, by what they answer of today.
 *
 * @param since when the process that made the rows began to go by them
 */
record Places(String fingerprint, Instant since) {

    static final Places NONE = new Places("", Instant.EPOCH);
}
