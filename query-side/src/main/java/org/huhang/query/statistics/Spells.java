package org.huhang.query.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.huhang.query.area.Line;
import org.huhang.query.area.Measure;
import org.huhang.query.area.Span;
import org.huhang.query.area.guardianship.GuardianshipStep;
import org.huhang.query.area.keycare.KeyCareStep;
import org.huhang.query.area.screening.Screened;
import org.huhang.query.statistics.Timeline.FileStep;

/** What a timeline comes to in figures: pure, so that the same facts always give the same spells. */
final class Spells {

    private final Timeline line;
    private final Timeline.Person person;
    private final List<Span<String>> residence;
    private final List<Span<String>> hukou;
    private final Set<Spell> spells = new LinkedHashSet<>();

    private Spells(Timeline line, Timeline.Person person) {
        this.line = line;
        this.person = person;
        this.residence = line.residence().spans();
        this.hukou = line.hukou().spans();
    }

    /** In a set of the caller's own. */
    static Set<Spell> of(Timeline line) {
        if (line.person().isEmpty() || line.absorbed()) {
            return new LinkedHashSet<>();
        }
        Spells spells = new Spells(line, line.person().get());
        spells.work();
        return spells.spells;
    }

    private void work() {
        List<Span<Measure>> held = held();
        for (Span<Boolean> open : open()) {
            place(open.as(Measure.ON_FILE), open);
            for (Span<Measure> measure : held) {
                measure.within(open).ifPresent(part -> place(part, open));
            }
        }
    }

    private List<Span<Boolean>> open() {
        List<Line.Step<FileStep>> steps = line.file().steps();
        boolean inError = !steps.isEmpty() && steps.getLast().value() == FileStep.IN_ERROR;
        return inError
                ? List.of()
                : line.file().as(Spells::isOpen).spans().stream()
                        .filter(Span::value)
                        .flatMap(span -> sinceRegistered(span).stream())
                        .toList();
    }

    private static boolean isOpen(FileStep step) {
        return switch (step) {
            case REGISTERED, OPEN -> true;
            case CLOSED, IN_ERROR -> false;
        };
    }

    /** Nothing counts before the child was registered, whatever was recorded later of an earlier day. */
    private Optional<Span<Boolean>> sinceRegistered(Span<Boolean> open) {
        Line.Step<FileStep> registration = line.file().steps().stream()
                .filter(step -> step.value() == FileStep.REGISTERED)
                .findFirst()
                .orElseThrow();
        return open.from().isBefore(registration.on())
                ? new Span<>(registration.on(), LocalDate.MAX, true, registration.because()).within(open)
                : Optional.of(open);
    }

    /** Every measure but that of the file itself over the days on which it held, wherever the child was. */
    private List<Span<Measure>> held() {
        List<Span<Measure>> held = new ArrayList<>();
        add(line.screening().folded(Screened.NOT, Screened::after).as(Screened::measures), held);
        add(KeyCareStep.measures(line.keyCare()), held);
        add(line.guardianship().as(GuardianshipStep::measures), held);
        return held;
    }

    private static void add(Line<Set<Measure>> counting, List<Span<Measure>> held) {
        Set<Measure> ever = EnumSet.noneOf(Measure.class);
        counting.steps().forEach(step -> ever.addAll(step.value()));
        for (Measure measure : ever) {
            for (Span<Boolean> days : counting.as(now -> now.contains(measure)).spans()) {
                if (days.value()) {
                    held.add(days.as(measure));
                }
            }
        }
    }

    /** A move splits a spell: each part counts where the child was. */
    private void place(Span<Measure> held, Span<Boolean> open) {
        for (Span<String> lives : residence) {
            for (Span<String> belongs : hukou) {
                held.within(lives)
                        .flatMap(part -> part.within(belongs))
                        .ifPresent(part -> spells.add(new Spell(
                                part.value(),
                                part.from(),
                                part.to(),
                                person.sex(),
                                person.birthDate(),
                                lives.value(),
                                belongs.value(),
                                because(open, lives, belongs, part))));
            }
        }
    }

    private List<Long> because(Span<?>... parts) {
        SortedSet<Long> facts = new TreeSet<>();
        facts.add(person.because());
        for (Span<?> part : parts) {
            facts.add(part.because());
        }
        return List.copyOf(facts);
    }
}
