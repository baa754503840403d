package org.huhang.query.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.huhang.kernel.area.CaseHistory;
import org.huhang.kernel.log.Recorded;

/** What a case counts as in figures, fact by fact, for tests that ask without a database. */
public final class CountedOnDay {

    private final Set<Spell> spells;

    private CountedOnDay(Set<Spell> spells) {
        this.spells = spells;
    }

    /**
     * @param facts of the case, as they come
     * @param history of the case up to a fact
     */
    public static CountedOnDay of(List<Recorded> facts, Function<Recorded, CaseHistory> history) {
        Timeline line = Timeline.empty();
        for (Recorded fact : facts) {
            line = History.evolve(line, fact, () -> history.apply(fact));
        }
        return new CountedOnDay(Spells.of(line));
    }

    /** Each measure with where the child lives and is registered, and when it was born. */
    public Set<String> on(LocalDate day) {
        Set<String> counted = new TreeSet<>();
        for (Spell spell : spells) {
            if (!spell.from().isAfter(day) && spell.to().isAfter(day)) {
                String as = spell.measure() + " " + spell.residence() + " " + spell.hukou() + " " + spell.birthDate();
                if (!counted.add(as)) {
                    counted.add(as + " twice");
                }
            }
        }
        return counted;
    }
}
