package org.huhang.command.screening;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.huhang.command.screening.Comparison.Apart;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.division.Divisions;
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
        return switch (between(
                hukou, residence, inquiry.on(), inquiry.policies().divisions())) {
            case TWO_UNITS -> met(observed);
            case ONE_UNIT -> notMet(ScreenedOutReason.NO_TOWNSHIP_CROSSING, observed);
            case NOT_COMPARABLE -> unknown(ReviewReason.FACTS_MISSING, observed);
        };
    }

    /** Whether two places are one township. Told by today's codes; a place known to its county only cannot be told. */
    static Apart between(DivisionRef one, DivisionRef other, LocalDate on, Divisions divisions) {
        if (Comparison.of(one, other, on, divisions).apart() == Apart.TWO_UNITS) {
            return Apart.TWO_UNITS;
        }
        if (!namesTownship(one.code()) || !namesTownship(other.code())) {
            return Apart.NOT_COMPARABLE;
        }
        DivisionCode oneNow = divisions.current(township(one.code()));
        DivisionCode otherNow = divisions.current(township(other.code()));
        if (oneNow.equals(otherNow)) {
            return namesTownship(oneNow) || township(one.code()).equals(township(other.code()))
                    ? Apart.ONE_UNIT
                    : Apart.NOT_COMPARABLE;
        }
        return namesTownship(oneNow) && namesTownship(otherNow) ? Apart.TWO_UNITS : Apart.NOT_COMPARABLE;
    }

    private static boolean namesTownship(DivisionCode code) {
        return code.digits().length() >= DivisionCode.Level.TOWNSHIP.prefixLength();
    }

    private static DivisionCode township(DivisionCode code) {
        return DivisionCode.of(code.digits().substring(0, DivisionCode.Level.TOWNSHIP.prefixLength()));
    }

    private static String shown(DivisionCode code) {
        return namesTownship(code) ? township(code).digits() : code.digits();
    }
}
