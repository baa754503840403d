package org.huhang.kernel.division;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.huhang.kernel.table.Row;
import org.huhang.kernel.table.Tsv;

/** What became of abolished six-digit codes, one step at a time: a successor may have been abolished in its turn. */
final class Lineage {

    enum Kind {
        RENUMBERED,
        ABSORBED,
        DIVIDED
    }

    /** @param gone the first edition without the code; the successors are in force in it */
    record Step(DivisionCode code, DivisionEdition gone, Set<DivisionCode> successors, Kind kind) {}

    private final Map<DivisionCode, Step> steps = new HashMap<>();
    private final Map<DivisionCode, Set<DivisionCode>> predecessors = new HashMap<>();

    static Lineage load() {
        Lineage lineage = new Lineage();
        Tsv.shipped("/divisions/lineage.tsv", "code", "gone", "successors", "kind")
                .forEach(row -> lineage.add(step(row)));
        return lineage;
    }

    private static Step step(Row row) {
        Set<DivisionCode> successors = new TreeSet<>();
        Arrays.stream(row.text("successors").split(",")).map(DivisionCode::new).forEach(successors::add);
        Kind kind = Kind.valueOf(row.text("kind").toUpperCase(Locale.ROOT));
        return new Step(new DivisionCode(row.text("code")), DivisionEdition.of(row.text("gone")), successors, kind);
    }

    private void add(Step step) {
        steps.put(step.code(), step);
        step.successors()
                .forEach(to ->
                        predecessors.computeIfAbsent(to, _ -> new TreeSet<>()).add(step.code()));
    }

    Collection<Step> steps() {
        return steps.values();
    }

    /** Empty where not known. */
    Set<DivisionCode> successors(DivisionCode abolished) {
        Step step = steps.get(abolished);
        return step == null ? Set.of() : step.successors();
    }

    Set<DivisionCode> predecessors(DivisionCode code) {
        return predecessors.getOrDefault(code, Set.of());
    }
}
