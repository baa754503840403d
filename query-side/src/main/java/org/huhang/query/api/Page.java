package org.huhang.query.api;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.huhang.kernel.calendar.WorkingDays;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.log.Moment;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list in keyset order.
 *
 * @param next cursor of the following page; null on the last one
 * @param position of the last fact of the log that it rests on
 * @param knownAt when that fact was recorded
 */
public record Page<T>(List<T> items, @Nullable String next, long position, Instant knownAt) {

    /** Header of every answer that rests on the log: the position of its last fact in the answer. */
    public static final String POSITION = "Huhang-Position";

    /** Header of every such answer: the tables that it was made by, see {@link #tables}. */
    public static final String TABLES = "Huhang-Tables";

    public Page {
        items = List.copyOf(items);
    }

    /**
     * @param fetched rows read with {@link Limit#plusOne()}: one more than shown tells that there is another page
     * @param cursor writes the cursor that follows a row
     * @param known what it rests on
     */
    public static <T> Page<T> of(List<T> fetched, Limit limit, Function<T, String> cursor, Moment known) {
        boolean last = fetched.size() <= limit.rows();
        List<T> shown = last ? fetched : fetched.subList(0, limit.rows());
        return new Page<>(shown, last ? null : cursor.apply(shown.getLast()), known.position(), known.recordedAt());
    }

    /** Names the tables in force: those of divisions, and behind them the calendar that last working days are told by. */
    public static String tables(Divisions divisions, WorkingDays calendar) {
        return divisions.tables() + ", calendar-" + calendar.fingerprint();
    }

    /** Says in a header what the page rests on. */
    public void tell(HttpServletResponse response) {
        response.setHeader(POSITION, Long.toString(position));
    }

    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), next, position, knownAt);
    }
}
