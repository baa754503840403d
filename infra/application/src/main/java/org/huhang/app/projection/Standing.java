package org.huhang.app.projection;

/**
 * How far a segment of one copy has got.
 *
 * @param copy tells one copy from all others, under whichever name it stands
 * @param revision of the projection that has filled the copy; 0 before revisions were kept
 */
record Standing(long copy, Segment segment, int revision, long position) {}
