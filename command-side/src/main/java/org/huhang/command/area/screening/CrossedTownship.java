package org.huhang.command.area.screening;

import java.util.Map;
import java.util.Optional;
import org.huhang.command.area.screening.Comparison.Apart;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.policy.Provision;
import org.huhang.kernel.value.ReviewReason;
import org.huhang.kernel.value.ScreenedOutReason;

/** Lives in another township than that of household registration (跨乡镇): Ningxia counts these for statistics. */
record CrossedTownship(Provision<Boolean> provision) implements Criterion {

    @Override
    public String name() {
        return "TOWNSHIP_CROSSING";
    }

    @Override
    public Optional<Judgement> judge(Inquiry inquiry) {
        DivisionRef hukou = inquiry.facts().hukou().division();
        DivisionRef residence = inquiry.facts().residence().division();
        Map<String, String> observed = Map.of(
                "hukou", shown(hukou.code()),
                "residence", shown(residence.code()));
        Apart apart = Comparison.townships(
                hukou, residence, inquiry.homes().apart(), inquiry.policies().divisions());
        return switch (apart) {
            case TWO_UNITS -> met(observed);
            case ONE_UNIT -> notMet(ScreenedOutReason.NO_TOWNSHIP_CROSSING, observed);
            case NOT_COMPARABLE -> unknown(ReviewReason.FACTS_MISSING, observed);
        };
    }

    private static String shown(DivisionCode code) {
        return Comparison.namesTownship(code) ? Comparison.township(code).digits() : code.digits();
    }
}
