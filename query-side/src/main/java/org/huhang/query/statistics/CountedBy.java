package org.huhang.query.statistics;

/** The place by which a child is counted. */
public enum CountedBy {
    RESIDENCE("s.residence_scope", "s.residence"),
    HUKOU("s.hukou_scope", "s.hukou");

    private final String column;
    private final String recorded;

    CountedBy(String column, String recorded) {
        this.column = column;
        this.recorded = recorded;
    }

    /** With the code as it was recorded. */
    String recorded() {
        return recorded;
    }

    /** With today's scope of the place. */
    String column() {
        return column;
    }
}
