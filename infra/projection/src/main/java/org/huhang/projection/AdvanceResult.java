package org.huhang.projection;

/** What came of an attempt to take the next facts into a segment. */
sealed interface AdvanceResult {

    /** @param facts how many were taken in or passed over; 0 at the end of the log */
    record TakenIn(SegmentProgress progress, int facts) implements AdvanceResult {

        long position() {
            return progress.position() + facts;
        }
    }

    /** Somebody else carries the segment on, or there is none of that number. */
    record Elsewhere() implements AdvanceResult {}

    /** The copy was filled by another revision of the projection, or by other tables: this one's rows would not fit in. */
    record OfAnotherRevision(int revision) implements AdvanceResult {}
}
