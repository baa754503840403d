package org.huhang.command.area.screening;

import java.util.Map;
import java.util.Optional;
import org.huhang.kernel.policy.Provision;
import org.huhang.kernel.time.Counting;
import org.huhang.kernel.value.ScreenedOutReason;

/** 不满十六周岁: the number itself is excluded, so the birthday ends it (民法典1259). */
record UnderAge(Provision<Integer> provision) implements Criterion {

    @Override
    public String name() {
        return "AGE";
    }

    @Override
    public Optional<Judgement> judge(Inquiry inquiry) {
        int age = Counting.ageOn(inquiry.facts().birthDate(), inquiry.on());
        Map<String, String> observed =
                Map.of("age", Integer.toString(age), "below", provision.value().toString());
        return age < provision.value() ? met(observed) : notMet(ScreenedOutReason.TOO_OLD, observed);
    }
}
