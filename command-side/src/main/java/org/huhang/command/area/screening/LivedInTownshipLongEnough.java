package org.huhang.command.area.screening;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.huhang.command.area.screening.Comparison.Apart;
import org.huhang.kernel.policy.Provision;
import org.huhang.kernel.time.Counting;
import org.huhang.kernel.value.ReviewReason;
import org.huhang.kernel.value.ScreenedOutReason;

/**
 * 半年以上, of the township band: complete months in the township, which the months in the county do not tell. Only who came
 * from another county, and is not on record as having moved since, came to county and township on one day.
 */
record LivedInTownshipLongEnough(Provision<Integer> provision) implements Criterion {

    @Override
    public String name() {
        return "MONTHS_IN_TOWNSHIP";
    }

    @Override
    public Optional<Judgement> judge(Inquiry inquiry) {
        Optional<LocalDate> arrival = arrival(inquiry);
        if (arrival.isEmpty()) {
            return unknown(ReviewReason.FACTS_MISSING, Map.of("required", required()));
        }
        int months = Counting.monthsComplete(arrival.get(), inquiry.on());
        Map<String, String> observed = Map.of("months", Integer.toString(months), "required", required());
        return months >= provision.value() ? met(observed) : notMet(ScreenedOutReason.LESS_THAN_HALF_A_YEAR, observed);
    }

    private static Optional<LocalDate> arrival(Inquiry inquiry) {
        ScreeningFacts facts = inquiry.facts();
        return facts.inTownshipSince().or(() -> Optional.of(facts.residence().since())
                .filter(_ -> inquiry.homes().apart() == Apart.TWO_UNITS));
    }

    private String required() {
        return provision.value().toString();
    }
}
