package org.huhang.projection;

/** The log has no gaps, so this one is the reader's: nothing is applied across it. */
final class FactsMissing extends RuntimeException {

    FactsMissing(long after) {
        super("facts are missing after position " + after, null, false, false);
    }
}
