package org.huhang.query.area.keycare;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huhang.kernel.area.keycare.Grounds;
import org.huhang.kernel.area.keycare.KeyCareEvent;
import org.huhang.kernel.area.keycare.KeyCareEvent.HomeVisitAttempted;
import org.huhang.kernel.area.keycare.KeyCareEvent.HomeVisitRecorded;
import org.huhang.kernel.area.keycare.KeyCareEvent.KeyCareDelisted;
import org.huhang.kernel.area.keycare.KeyCareEvent.KeyCareListed;
import org.huhang.kernel.area.keycare.KeyCareEvent.KeyCareReassessed;
import org.huhang.kernel.value.DelistReason;
import org.huhang.kernel.value.KeyCareGround;
import org.huhang.query.area.Line;
import org.huhang.query.area.Measure;

/**
 * What a key-care fact says of the ledger.
 *
 * @param grounds empty once the child has left it
 * @param listing whether the child is listed by it: of one who is listed already, on those grounds as well
 * @param inError whether the child should never have been on it: then that listing is void from its first day
 */
public record KeyCareStep(Set<KeyCareGround> grounds, boolean listing, boolean inError) {

    /** Empty for a fact that changes no figure. */
    public static Optional<KeyCareStep> of(KeyCareEvent event) {
        return switch (event) {
            case KeyCareListed e -> Optional.of(new KeyCareStep(e.grounds(), true, false));
            case KeyCareReassessed e -> Optional.of(new KeyCareStep(e.grounds(), false, false));
            case KeyCareDelisted e ->
                Optional.of(new KeyCareStep(Set.of(), false, e.reason() == DelistReason.LISTED_IN_ERROR));
            case HomeVisitRecorded _, HomeVisitAttempted _ -> Optional.empty();
        };
    }

    /** What a child counts as, day by day. */
    public static Line<Set<Measure>> measures(Line<KeyCareStep> line) {
        return grounds(line).as(KeyCareStep::measures);
    }

    private static Set<Measure> measures(Set<KeyCareGround> grounds) {
        if (grounds.isEmpty()) {
            return Set.of();
        }
        Set<Measure> measures = EnumSet.of(Measure.KEY_CARE);
        grounds.forEach(ground -> measures.add(Measure.of(ground)));
        return measures;
    }

    /** The grounds day by day, without the listings that were found to be in error. */
    private static Line<Set<KeyCareGround>> grounds(Line<KeyCareStep> line) {
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
        return new Line<>(kept)
                .folded(
                        Set.of(),
                        (listed, step) -> step.listing() ? Grounds.both(listed, step.grounds()) : step.grounds());
    }
}
