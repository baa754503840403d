package org.huhang.command.area.screening;

import java.time.LocalDate;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.policy.ScreeningEdition;

/**
 * What every criterion is asked about: these facts, on this day, by this edition.
 *
 * @param homes household registration first, residence second. Where the day of arrival bears on it and is in doubt, so is this
 */
record Inquiry(
        ScreeningFacts facts,
        LocalDate on,
        ScreeningEdition edition,
        PolicyBook policies,
        Arrival arrival,
        Comparison homes) {

    static Inquiry of(ScreeningFacts facts, LocalDate on, ScreeningEdition edition, PolicyBook policies) {
        Arrival arrival = Arrival.of(facts, policies.divisions());
        Comparison homes = homes(facts, arrival.earliest(), on, policies);
        boolean told = arrival.isSure()
                || homes.apart() == homes(facts, arrival.latest(), on, policies).apart();
        return new Inquiry(facts, on, edition, policies, arrival, told ? homes : homes.inDoubt());
    }

    private static Comparison homes(ScreeningFacts facts, LocalDate came, LocalDate on, PolicyBook policies) {
        return Comparison.crossed(
                facts.hukou().division(), facts.residence().division(), came, on, policies.divisions());
    }

    Parents parents() {
        return Parents.of(facts.guardians(), on);
    }
}
