package org.huhang.query.area;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Dated steps of one aspect of a case, in the order in which they took effect; steps of one day in the order in which
 * they were recorded. A step recorded late takes its place among the earlier ones.
 */
public record Line<T>(List<Step<T>> steps) {

    /** @param because position of the fact that says so */
    public record Step<T>(LocalDate on, long because, T value) {}

    public Line {
        steps = List.copyOf(steps);
    }

    public static <T> Line<T> empty() {
        return new Line<>(List.of());
    }

    public Line<T> with(LocalDate on, long because, T value) {
        int place = steps.size();
        while (place > 0 && steps.get(place - 1).on().isAfter(on)) {
            place--;
        }
        List<Step<T>> more = new ArrayList<>(steps);
        more.add(place, new Step<>(on, because, value));
        return new Line<>(more);
    }

    /** What holds after each step, where a step says what changed rather than what is. */
    public <S> Line<S> folded(S start, BiFunction<S, T, S> evolve) {
        List<Step<S>> folded = new ArrayList<>(steps.size());
        S state = start;
        for (Step<T> step : steps) {
            state = evolve.apply(state, step.value());
            folded.add(new Step<>(step.on(), step.because(), state));
        }
        return new Line<>(folded);
    }

    /** The same steps, looked at in another way. */
    public <S> Line<S> as(Function<T, S> look) {
        return folded(null, (_, value) -> look.apply(value));
    }

    /** The days of each value, in order. A fact that repeats the value neither ends a span nor begins one. */
    public List<Span<T>> spans() {
        if (steps.isEmpty()) {
            return List.of();
        }
        List<Step<T>> turns = withoutRepeats(lastOfEachDay(withoutRepeats(steps)));
        List<Span<T>> spans = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            Step<T> turn = turns.get(i);
            LocalDate to = i + 1 < turns.size() ? turns.get(i + 1).on() : LocalDate.MAX;
            spans.add(new Span<>(turn.on(), to, turn.value(), turn.because()));
        }
        return spans;
    }

    private static <T> List<Step<T>> withoutRepeats(List<Step<T>> steps) {
        List<Step<T>> kept = new ArrayList<>();
        for (Step<T> step : steps) {
            if (kept.isEmpty() || !kept.getLast().value().equals(step.value())) {
                kept.add(step);
            }
        }
        return kept;
    }

    private static <T> List<Step<T>> lastOfEachDay(List<Step<T>> steps) {
        List<Step<T>> kept = new ArrayList<>();
        for (Step<T> step : steps) {
            if (!kept.isEmpty() && kept.getLast().on().equals(step.on())) {
                kept.removeLast();
            }
            kept.add(step);
        }
        return kept;
    }
}
