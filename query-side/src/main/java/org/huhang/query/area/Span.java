package org.huhang.query.area;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Days on which one value held.
 *
 * @param to the first day on which it no longer held; {@link LocalDate#MAX} while it still does
 * @param because position of the fact that began it
 */
public record Span<T>(LocalDate from, LocalDate to, T value, long because) {

    /** The days inside both; empty where they share none. */
    public Optional<Span<T>> within(Span<?> other) {
        LocalDate start = from.isAfter(other.from) ? from : other.from;
        LocalDate end = to.isBefore(other.to) ? to : other.to;
        return start.isBefore(end) ? Optional.of(new Span<>(start, end, value, because)) : Optional.empty();
    }

    public <S> Span<S> as(S another) {
        return new Span<>(from, to, another, because);
    }
}
