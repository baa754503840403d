package org.huhang.kernel.value;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huhang.kernel.division.DivisionEdition;

/**
 * One evaluation, kept with the fact it led to: replay never runs the law again.
 *
 * @param edition of the screening policy that was applied, e.g. {@code NATIONAL-2024}
 * @param divisionEdition both places were compared in
 * @param assessedOn the day the evaluation speaks of
 * @param agency who delivered the data screened
 * @param reconfirmBy the last day by which screening is to be repeated, where the status asks for it
 * @param decidedByPerson whether an officer judged, because the rules could not
 */
public record Screening(
        PolicyEditionId edition,
        DivisionEdition divisionEdition,
        LocalDate assessedOn,
        SourceAgency agency,
        List<Finding> findings,
        Optional<LocalDate> reconfirmBy,
        boolean decidedByPerson) {

    public Screening {
        findings = findings == null ? List.of() : List.copyOf(findings);
    }
}
