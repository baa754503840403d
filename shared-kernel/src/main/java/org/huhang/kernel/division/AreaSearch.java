package org.huhang.kernel.division;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.huhang.kernel.division.DivisionChange.What;
import org.huhang.kernel.division.UnitHistory.Moment;

/**
 * Looks for the units that a place may lie in at a moment although it was read in another one: those an area of that went to
 * after the reading, and on from there by one change after another; and those an area of it had yet to come from.
 */
final class AreaSearch {

    private record Step(DivisionCode unit, Optional<DivisionChange> by) {}

    private final UnitHistory units;
    private final Moment at;
    private final Predicate<Way> ruledOut;
    private final Set<Step> followed = new HashSet<>();
    private final Set<DivisionCode> found = new TreeSet<>();
    private final Set<DivisionChange> changes = new LinkedHashSet<>();

    /** @param ruledOut ways of which it is on record that the place did not go them */
    AreaSearch(UnitHistory units, Moment at, Predicate<Way> ruledOut) {
        this.units = units;
        this.at = at;
        this.ruledOut = ruledOut;
    }

    /** @param read the day of the edition it was read in */
    AreaSearch readIn(DivisionCode unit, LocalDate read) {
        LocalDate meant = units.whenItMeant(unit, read);
        goOn(unit, meant, Optional.empty());
        followed.clear();
        goBack(unit, meant, Optional.empty());
        return this;
    }

    /** @param by which it came to the unit */
    AreaSearch onFrom(DivisionCode unit, LocalDate read, DivisionChange by) {
        goOn(unit, read.isAfter(by.earliest()) ? read : by.earliest(), Optional.of(by));
        return this;
    }

    Set<DivisionCode> found() {
        return Collections.unmodifiableSet(found);
    }

    Collection<DivisionChange> changes() {
        return Collections.unmodifiableSet(changes);
    }

    private void goOn(DivisionCode unit, LocalDate since, Optional<DivisionChange> by) {
        if (!followed.add(new Step(unit, by))) {
            return;
        }
        units.waysFrom(unit)
                .filter(way -> at.counts(way.change()) && !ruledOut.test(way))
                .filter(way -> way.change().surely().isAfter(since)
                                && by.filter(way.change()::isOfOneDayWith).isEmpty()
                        || by.isPresent() && isEndOf(unit, way.change(), since))
                .forEach(way -> {
                    take(way.to(), way.change());
                    goOn(way.to(), way.change().earliest(), Optional.of(way.change()));
                });
    }

    private void goBack(DivisionCode unit, LocalDate until, Optional<DivisionChange> by) {
        if (!followed.add(new Step(unit, by))) {
            return;
        }
        units.waysInto(unit)
                .filter(way -> !at.counts(way.change()) && !ruledOut.test(way))
                .filter(way -> !way.change().earliest().isAfter(until))
                .filter(way -> by.filter(way.change()::isOfOneDayWith).isEmpty() || isBeginningOf(unit, way.change()))
                .forEach(way -> {
                    take(way.from(), way.change());
                    goBack(way.from(), way.change().surely(), Optional.of(way.change()));
                });
    }

    private void take(DivisionCode unit, DivisionChange change) {
        found.addAll(units.counties(unit, at));
        changes.add(change);
    }

    /** What came to a unit on the day of its end went where the rest of it did. */
    private static boolean isEndOf(DivisionCode unit, DivisionChange change, LocalDate since) {
        return change.what() == What.ABOLISHED
                && change.code().equals(unit)
                && !change.surely().isBefore(since);
    }

    private static boolean isBeginningOf(DivisionCode unit, DivisionChange change) {
        return change.what() == What.CREATED && change.code().equals(unit);
    }
}
