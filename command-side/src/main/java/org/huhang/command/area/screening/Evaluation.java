package org.huhang.command.area.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huhang.kernel.division.DivisionEdition;
import org.huhang.kernel.value.Finding;
import org.huhang.kernel.value.PolicyEditionId;
import org.huhang.kernel.value.Screening;
import org.huhang.kernel.value.SourceAgency;

/**
 * The rules applied to one child on one day, criterion by criterion. Holds nothing personal; a dry run answers with it.
 *
 * @param divisionEdition both places were compared in
 * @param reconfirmBy where the outcome asks for another screening
 */
public record Evaluation(
        PolicyEditionId edition,
        DivisionEdition divisionEdition,
        LocalDate assessedOn,
        List<Finding> findings,
        Outcome outcome,
        Optional<LocalDate> reconfirmBy) {

    public Evaluation {
        findings = List.copyOf(findings);
    }

    Screening screening(SourceAgency agency) {
        return new Screening(edition, divisionEdition, assessedOn, agency, findings, reconfirmBy, false);
    }

    boolean found(String criterion, Finding.Outcome outcome) {
        return findings.stream()
                .anyMatch(finding -> finding.criterion().equals(criterion) && finding.outcome() == outcome);
    }
}
