package org.huhang.query.statistics;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huhang.query.statistics.Timeline.FileStep;
import org.huhang.query.statistics.Timeline.GuardianshipStep;

/** What a timeline comes to in figures: pure, so that the same facts always give the same spells. */
final class Spells {

    private Spells() {}

    static Set<Spell> of(Timeline line) {
        return line.person().filter(_ -> !line.absorbed()).stream()
                .flatMap(person -> open(line).flatMap(open -> held(line)
                        .flatMap(held -> held.within(open).stream())
                        .flatMap(held -> placed(line, person, open, held))))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<Span<FileStep>> open(Timeline line) {
        boolean inError =
                !line.file().steps().isEmpty() && line.file().steps().getLast().value() == FileStep.IN_ERROR;
        return inError ? Stream.empty() : line.file().spans().stream().filter(span -> span.value() == FileStep.OPEN);
    }

    /** Every measure over the days on which it held, wherever the child was. */
    private static Stream<Span<Measure>> held(Timeline line) {
        Stream<Span<Measure>> file = open(line).map(span -> span.as(Measure.ON_FILE));
        Line<Screened> screened = line.screening().folded(Screened.NOT, Screened::after);
        Stream<Span<Measure>> screening = Stream.of(
                        Measure.MIGRANT, Measure.MIGRANT_TOWNSHIP, Measure.LEFT_BEHIND, Measure.UNDER_REVIEW)
                .flatMap(status -> days(screened.folded(false, (_, now) -> now.counts(status)), status));
        Stream<Span<Measure>> guardianship =
                line.guardianship().spans().stream().flatMap(span -> measure(span.value()).map(span::as).stream());
        Line<Set<Measure>> keyCare = KeyCareStep.grounds(line.keyCare())
                .folded(Set.of(), (_, grounds) -> grounds.stream()
                        .map(Measure::of)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Measure.class))));
        Stream<Span<Measure>> grounds = Stream.of(Measure.values())
                .filter(measure -> measure.axis() == Measure.Axis.GROUND)
                .flatMap(ground -> days(keyCare.folded(false, (_, on) -> on.contains(ground)), ground));
        Stream<Span<Measure>> listed = days(keyCare.folded(false, (_, on) -> !on.isEmpty()), Measure.KEY_CARE);
        return Stream.of(file, screening, guardianship, listed, grounds).flatMap(spans -> spans);
    }

    private static Stream<Span<Measure>> days(Line<Boolean> line, Measure measure) {
        return line.spans().stream().filter(Span::value).map(span -> span.as(measure));
    }

    private static Optional<Measure> measure(GuardianshipStep step) {
        return switch (step) {
            case GUARDED -> Optional.empty();
            case LAPSED -> Optional.of(Measure.GUARDIANSHIP_LAPSED);
            case TEMPORARY_CARE -> Optional.of(Measure.TEMPORARY_CARE);
            case LONG_TERM -> Optional.of(Measure.LONG_TERM_GUARDIANSHIP);
        };
    }

    /** A move splits a spell: each part counts where the child was. */
    private static Stream<Spell> placed(
            Timeline line, Timeline.Person person, Span<FileStep> open, Span<Measure> held) {
        List<Span<String>> hukou = line.hukou().spans();
        return line.residence().spans().stream().flatMap(lives -> hukou.stream()
                .flatMap(belongs -> held.within(lives).flatMap(part -> part.within(belongs)).stream()
                        .map(part -> new Spell(
                                part.value(),
                                part.from(),
                                part.to(),
                                person.sex(),
                                person.birthDate(),
                                lives.value(),
                                belongs.value(),
                                new TreeSet<>(Set.copyOf(List.of(
                                        person.because(),
                                        open.because(),
                                        lives.because(),
                                        belongs.because(),
                                        part.because())))))));
    }
}
