package org.huhang.query.statistics;

/** The place by which a child is counted. */
public enum CountedBy {
    RESIDENCE("s.residence_scope"),
    HUKOU("s.hukou_scope");

    private final String column;

    CountedBy(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
