package org.huhang.command.area.screening;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huhang.command.area.screening.Comparison.Apart;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.policy.Provision;
import org.huhang.kernel.value.Absence;
import org.huhang.kernel.value.ReviewReason;
import org.huhang.kernel.value.ScreenedOutReason;

/** The parents away work in another county-level unit than the one the child lives in. Arises once a parent is away. */
record AwayAcrossCounty(Provision<Boolean> provision) implements Criterion {

    @Override
    public String name() {
        return "ABSENCE_CROSSES_COUNTY";
    }

    @Override
    public Optional<Judgement> judge(Inquiry inquiry) {
        List<Absence> absences = inquiry.parents().absences();
        if (absences.isEmpty()) {
            return Optional.empty();
        }
        List<Apart> known = absences.stream()
                .flatMap(absence -> absence.worksIn().stream().map(worksIn -> apart(worksIn, absence, inquiry)))
                .toList();
        Map<String, String> observed = Map.of(
                "absences", Integer.toString(absences.size()),
                "acrossCounty",
                        Long.toString(
                                known.stream().filter(Apart.TWO_UNITS::equals).count()));
        if (known.contains(Apart.ONE_UNIT)) {
            return notMet(ScreenedOutReason.PARENTS_WITHIN_THE_COUNTY, observed);
        }
        if (known.contains(Apart.NOT_COMPARABLE)) {
            return unknown(ReviewReason.DIVISIONS_NOT_COMPARABLE, observed);
        }
        return known.size() < absences.size() ? unknown(ReviewReason.FACTS_MISSING, observed) : met(observed);
    }

    private static Apart apart(DivisionRef worksIn, Absence absence, Inquiry inquiry) {
        return Comparison.crossed(
                        inquiry.facts().residence().division(),
                        worksIn,
                        absence.since(),
                        inquiry.on(),
                        inquiry.policies().divisions())
                .apart();
    }
}
