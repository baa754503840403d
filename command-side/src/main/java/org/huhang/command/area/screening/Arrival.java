package org.huhang.command.area.screening;

import java.time.LocalDate;
import java.util.function.Predicate;
import org.huhang.command.area.screening.Comparison.Apart;
import org.huhang.kernel.area.file.MoveNearby;
import org.huhang.kernel.division.Divisions;

/**
 * Since when a child has lived in its county-level unit. Two days where the map does not tell whether a move left one: of a zone
 * whose county is not on record, or while a change of unknown effect was under way.
 */
record Arrival(LocalDate earliest, LocalDate latest) {

    static Arrival of(ScreeningFacts facts, Divisions divisions) {
        LocalDate earliest = last(facts, divisions, Apart.TWO_UNITS::equals);
        LocalDate latest = last(facts, divisions, apart -> apart != Apart.ONE_UNIT);
        return new Arrival(earliest, latest);
    }

    private static LocalDate last(ScreeningFacts facts, Divisions divisions, Predicate<Apart> left) {
        return facts.movesNearby().stream()
                .filter(move -> left.test(Comparison.of(move.from(), move.to(), move.on(), divisions)
                        .apart()))
                .map(MoveNearby::on)
                .reduce(facts.residence().since(), (one, other) -> other.isAfter(one) ? other : one);
    }

    boolean isSure() {
        return earliest.equals(latest);
    }
}
