package org.huhang.command.screening;

import java.time.LocalDate;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.policy.ScreeningEdition;

/** What every criterion is asked about: these facts, on this day, by this edition. */
record Inquiry(ScreeningFacts facts, LocalDate on, ScreeningEdition edition, PolicyBook policies) {

    /** Household registration first, residence second. */
    Comparison homes() {
        return Comparison.crossed(
                facts.hukou().division(),
                facts.residence().division(),
                facts.residence().since(),
                on,
                policies.divisions());
    }

    Parents parents() {
        return Parents.of(facts.guardians(), on);
    }
}
