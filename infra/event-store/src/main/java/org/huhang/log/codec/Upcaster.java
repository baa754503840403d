package org.huhang.log.codec;

import tools.jackson.databind.node.ObjectNode;

/**
 * Lifts the written form of one event by one revision. Recorded facts never change; a fact of an old shape is read through
 * every upcaster from its revision to today's.
 */
public interface Upcaster {

    /** Stable name of the event. */
    String event();

    /** The revision it reads; it gives the next one. */
    int from();

    ObjectNode lift(ObjectNode payload);
}
