package org.huhang.command.area.screening;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huhang.kernel.division.DivisionChange;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.policy.Provision;
import org.huhang.kernel.value.ReviewReason;
import org.huhang.kernel.value.ScreenedOutReason;

/** Lives in another county-level unit than that of household registration (跨县域). */
record CrossedCounty(Provision<Boolean> provision) implements Criterion {

    @Override
    public String name() {
        return "COUNTY_CROSSING";
    }

    @Override
    public Optional<Judgement> judge(Inquiry inquiry) {
        Comparison homes = inquiry.homes();
        DivisionCode residence = inquiry.facts().residence().division().code();
        Map<String, String> observed = new TreeMap<>(Map.of(
                "hukou", inquiry.facts().hukou().division().code().county().digits(),
                "residence", residence.county().digits(),
                "comparedIn", homes.edition().name()));
        String changes = changes(inquiry);
        if (!changes.isEmpty()) {
            observed.put("changes", changes);
        }
        return switch (homes.apart()) {
            case TWO_UNITS -> met(observed);
            case ONE_UNIT ->
                notMet(
                        inquiry.policies().divisions().hasCounties(residence.prefecture())
                                ? ScreenedOutReason.NO_COUNTY_CROSSING
                                : ScreenedOutReason.WITHIN_ONE_CITY_WITHOUT_COUNTIES,
                        observed);
            case NOT_COMPARABLE -> unknown(ReviewReason.DIVISIONS_NOT_COMPARABLE, observed);
        };
    }

    /** Documents of the changes between the places as recorded and where they lie on the day, e.g. 2025-11-06 国务院批复. */
    private static String changes(Inquiry inquiry) {
        return Stream.of(
                        inquiry.facts().hukou().division(),
                        inquiry.facts().residence().division())
                .flatMap(place -> inquiry.policies().divisions().bearing(place, inquiry.on()).stream())
                .map(DivisionChange::citation)
                .distinct()
                .sorted()
                .collect(Collectors.joining("; "));
    }
}
