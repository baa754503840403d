package org.huhang.command.screening;

import java.time.LocalDate;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.policy.ScreeningEdition;

/** What every criterion is asked about: these facts, on this day, by this edition. */
record Inquiry(ScreeningFacts facts, LocalDate on, ScreeningEdition edition, PolicyBook policies) {

    /** Household registration first, residence second. Where the day of arrival bears on it and is in doubt, so is this. */
    Comparison homes() {
        Arrival arrival = arrival();
        Comparison homes = homes(arrival.earliest());
        return arrival.isSure() || homes.apart() == homes(arrival.latest()).apart() ? homes : homes.inDoubt();
    }

    Arrival arrival() {
        return Arrival.of(facts, policies.divisions());
    }

    private Comparison homes(LocalDate came) {
        return Comparison.crossed(
                facts.hukou().division(), facts.residence().division(), came, on, policies.divisions());
    }

    Parents parents() {
        return Parents.of(facts.guardians(), on);
    }
}
