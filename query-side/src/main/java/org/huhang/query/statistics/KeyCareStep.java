package org.huhang.query.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.huhang.kernel.value.KeyCareGround;

/**
 * What a key-care fact says of the ledger.
 *
 * @param grounds empty once the child has left it
 * @param inError whether the child should never have been on it: then that listing is void from its first day
 */
record KeyCareStep(Set<KeyCareGround> grounds, boolean inError) {

    static KeyCareStep listed(Set<KeyCareGround> grounds) {
        return new KeyCareStep(grounds, false);
    }

    static KeyCareStep delisted(boolean inError) {
        return new KeyCareStep(Set.of(), inError);
    }

    /** The grounds day by day, without the listings that were found to be in error. */
    static Line<Set<KeyCareGround>> grounds(Line<KeyCareStep> line) {
        List<Line.Step<KeyCareStep>> kept = new ArrayList<>();
        for (Line.Step<KeyCareStep> step : line.steps()) {
            if (step.value().inError()) {
                while (!kept.isEmpty() && !kept.getLast().value().grounds().isEmpty()) {
                    kept.removeLast();
                }
            } else {
                kept.add(step);
            }
        }
        return new Line<>(kept).folded(Set.of(), (_, step) -> step.grounds());
    }
}
