package org.huhang.command.screening;

import java.util.Map;
import java.util.Optional;
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
        Map<String, String> observed = Map.of(
                "hukou", inquiry.facts().hukou().division().code().county().digits(),
                "residence", residence.county().digits(),
                "comparedIn", homes.edition().name());
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
}
