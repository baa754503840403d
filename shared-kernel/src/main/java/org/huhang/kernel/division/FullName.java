package org.huhang.kernel.division;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huhang.kernel.division.UnitHistory.Moment;

/** Names from the province down, each as it was when the code was last in force. */
record FullName(
        UnitHistory units,
        TownshipTable townships,
        TownshipMoves moves,
        Map<DivisionCode, StatisticalUnit> statistical,
        Moment now) {

    /** @return the digits themselves for a code nobody published */
    String of(DivisionCode recorded) {
        DivisionCode code = moves.original(recorded);
        DivisionCode county = moves.last(code, now).map(TownshipMove::county).orElse(code.county());
        StatisticalUnit zone = statistical.get(county);
        if (!units.knows(county) && zone == null) {
            return recorded.digits();
        }
        Moment then = lastOf(county);
        // A set: a city without counties is its own prefecture and county.
        Set<String> parts = new LinkedHashSet<>();
        units.name(county.province(), then).ifPresent(parts::add);
        units.name(county.prefecture(), then).ifPresent(parts::add);
        units.name(county, then)
                .or(() -> Optional.ofNullable(zone).map(StatisticalUnit::name))
                .or(() -> units.lastName(county))
                .ifPresent(parts::add);
        township(code).ifPresent(parts::add);
        return String.join("", parts);
    }

    /** Today for a code in force; the day before its end for an abolished one. */
    private Moment lastOf(DivisionCode county) {
        return units.abolition(county, now)
                .map(change -> new Moment(change.earliest().minusDays(1), false))
                .or(() -> units.creation(county)
                        .filter(change -> !now.counts(change))
                        .map(change -> new Moment(change.surely(), true)))
                .orElse(now);
    }

    private Optional<String> township(DivisionCode code) {
        return switch (code.level()) {
            case TOWNSHIP, VILLAGE -> townships.name(code);
            case PROVINCE, PREFECTURE, COUNTY -> Optional.empty();
        };
    }
}
