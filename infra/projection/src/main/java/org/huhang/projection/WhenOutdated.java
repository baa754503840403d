package org.huhang.projection;

/** What is done about rows that an earlier revision of a projection has made. */
public enum WhenOutdated {
    REBUILD,
    SAY
}
