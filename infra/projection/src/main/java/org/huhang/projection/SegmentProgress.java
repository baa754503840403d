package org.huhang.projection;

/**
 * How far a segment of one copy has got.
 *
 * @param copy tells one copy from all others, under whichever name it stands
 * @param made by what the copy has been filled
 */
record SegmentProgress(long copy, Segment segment, Made made, long position) {

    int revision() {
        return made.revision();
    }
}
