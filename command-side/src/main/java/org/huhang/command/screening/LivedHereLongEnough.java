package org.huhang.command.screening;

import java.util.Map;
import java.util.Optional;
import org.huhang.kernel.policy.Provision;
import org.huhang.kernel.time.Counting;
import org.huhang.kernel.value.ScreenedOutReason;

/** 半年以上: complete months in the county-level unit, the number itself included (民法典1259). */
record LivedHereLongEnough(Provision<Integer> provision) implements Criterion {

    @Override
    public String name() {
        return "MONTHS_OF_RESIDENCE";
    }

    @Override
    public Optional<Judgement> judge(Inquiry inquiry) {
        int months = Counting.monthsComplete(inquiry.facts().residence().since(), inquiry.on());
        Map<String, String> observed = Map.of(
                "months",
                Integer.toString(months),
                "required",
                provision.value().toString());
        return months >= provision.value() ? met(observed) : notMet(ScreenedOutReason.LESS_THAN_HALF_A_YEAR, observed);
    }
}
