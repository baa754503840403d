package org.huhang.command.area.screening;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huhang.kernel.policy.Provision;
import org.huhang.kernel.time.Counting;
import org.huhang.kernel.value.ReviewReason;
import org.huhang.kernel.value.ScreenedOutReason;

/**
 * 半年以上: complete months in the county-level unit, the number itself included (民法典1259). Where it is not known whether a
 * move left the unit, and it matters, a person decides.
 */
record LivedHereLongEnough(Provision<Integer> provision) implements Criterion {

    @Override
    public String name() {
        return "MONTHS_OF_RESIDENCE";
    }

    @Override
    public Optional<Judgement> judge(Inquiry inquiry) {
        Arrival arrival = inquiry.arrival();
        int months = Counting.monthsComplete(arrival.earliest(), inquiry.on());
        int sinceTheMove = Counting.monthsComplete(arrival.latest(), inquiry.on());
        Map<String, String> observed = new TreeMap<>(Map.of(
                "months",
                Integer.toString(months),
                "required",
                provision.value().toString()));
        if (!arrival.isSure()) {
            observed.put("monthsSinceMove", Integer.toString(sinceTheMove));
        }
        if (months >= provision.value() && sinceTheMove < provision.value()) {
            return unknown(ReviewReason.DIVISIONS_NOT_COMPARABLE, observed);
        }
        return months >= provision.value() ? met(observed) : notMet(ScreenedOutReason.LESS_THAN_HALF_A_YEAR, observed);
    }
}
