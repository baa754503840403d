package org.huhang.query.api;

import java.util.Optional;
import java.util.TreeMap;
import org.huhang.kernel.access.Actor;

/**
 * A list as somebody asks for it: which one, from which reach, with which filters. A {@link Cursor} goes on in no other. What
 * a filter says counts, not how it was written; whether a caller waits, and how many rows they want, is none.
 */
public record AskedList(String text) {

    private static final String BETWEEN = "\u001f";

    public static Filters of(String name, Actor actor) {
        return new Filters(name + BETWEEN + actor.jurisdiction());
    }

    /** Filters by name, in whatever order they are given. */
    public static final class Filters {

        private final String start;
        private final TreeMap<String, String> filters = new TreeMap<>();

        private Filters(String start) {
            this.start = start;
        }

        /** @param value as it was understood; empty or null for a filter that was not given */
        public Filters with(String name, Object value) {
            Object given = value instanceof Optional<?> perhaps ? perhaps.orElse(null) : value;
            if (given != null) {
                filters.put(name, given.toString());
            }
            return this;
        }

        public AskedList list() {
            return new AskedList(start + BETWEEN + filters);
        }
    }
}
