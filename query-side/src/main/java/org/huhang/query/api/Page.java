package org.huhang.query.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list in keyset order.
 *
 * @param next cursor of the following page; null on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * @param fetched rows read with {@link Limit#plusOne()}: one more than shown tells that there is another page
     * @param cursor writes the cursor that follows a row
     */
    public static <T> Page<T> of(List<T> fetched, Limit limit, Function<T, String> cursor) {
        if (fetched.size() <= limit.rows()) {
            return new Page<>(fetched, null);
        }
        List<T> shown = fetched.subList(0, limit.rows());
        return new Page<>(shown, cursor.apply(shown.getLast()));
    }

    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }
}
