package org.huhang.query.kit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.log.Moments;
import org.huhang.kernel.log.Recorded;

/**
 * How a log in memory grew, by a clock of the test's. What bears one time is one commit.
 *
 * @param facts moment by moment
 */
public record Growth(Supplier<List<Moment>> facts, InstantSource clock) implements Moments {

    public static Moment of(Recorded fact) {
        return new Moment(fact.position(), fact.recordedAt());
    }

    @Override
    public Moment newest() {
        return last(_ -> true);
    }

    @Override
    public Moment at(long position) {
        Moment asked = last(moment -> moment.position() <= position);
        return last(moment -> !moment.recordedAt().isAfter(asked.recordedAt()));
    }

    @Override
    public Optional<Moment> by(Instant instant) {
        return instant.isAfter(clock.instant()) && instant.isAfter(newest().recordedAt())
                ? Optional.empty()
                : Optional.of(last(moment -> !moment.recordedAt().isAfter(instant)));
    }

    @Override
    public Moment wholeBy(long position) {
        Moment next = facts.get().stream()
                .filter(moment -> moment.position() == position + 1)
                .findFirst()
                .orElse(new Moment(position + 1, Instant.MAX));
        return last(
                moment -> moment.position() <= position && moment.recordedAt().isBefore(next.recordedAt()));
    }

    private Moment last(Predicate<Moment> of) {
        return facts.get().stream().filter(of).reduce(Moment.START, (_, later) -> later);
    }
}
