package org.huhang.query.rows;

import java.util.Map;

/** One row as the database gives it back. */
public final class Cells {

    private final Map<String, Integer> places;
    private final String[] texts;

    Cells(Map<String, Integer> places, String[] texts) {
        this.places = places;
        this.texts = texts;
    }

    /** Null where the column is. */
    public <T> T get(String column, ColumnType<T> type) {
        String text = texts[places.get(column)];
        return text == null ? null : type.read().apply(text);
    }
}
