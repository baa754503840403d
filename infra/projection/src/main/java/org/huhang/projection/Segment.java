package org.huhang.projection;

import org.huhang.kernel.value.CaseId;

/**
 * A share of all cases, followed by itself. Which share a case belongs to is kept with the rows: it must never change.
 *
 * @param number from 0 to {@code of - 1}
 */
record Segment(int number, int of) {

    boolean holds(CaseId caseId) {
        long bits = caseId.value().getMostSignificantBits() ^ caseId.value().getLeastSignificantBits();
        return Math.floorMod(Long.hashCode(bits), of) == number;
    }

    static Segment of(CaseId caseId, int segments) {
        int number = 0;
        while (!new Segment(number, segments).holds(caseId)) {
            number++;
        }
        return new Segment(number, segments);
    }
}
