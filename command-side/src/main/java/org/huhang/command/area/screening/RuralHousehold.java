package org.huhang.command.area.screening;

import java.util.Map;
import java.util.Optional;
import org.huhang.kernel.policy.Provision;
import org.huhang.kernel.value.HouseholdType;
import org.huhang.kernel.value.ReviewReason;
import org.huhang.kernel.value.ScreenedOutReason;

/** 农村户籍. A child without household registration (无户口) may well be rural: a person looks. */
record RuralHousehold(Provision<Boolean> provision) implements Criterion {

    @Override
    public String name() {
        return "RURAL_HOUSEHOLD";
    }

    @Override
    public Optional<Judgement> judge(Inquiry inquiry) {
        HouseholdType type = inquiry.facts().hukou().type();
        Map<String, String> observed = Map.of("household", type.name());
        return switch (type) {
            case RURAL -> met(observed);
            case URBAN -> notMet(ScreenedOutReason.NOT_RURAL_HOUSEHOLD, observed);
            case UNREGISTERED, UNKNOWN -> unknown(ReviewReason.FACTS_MISSING, observed);
        };
    }
}
