package org.huhang.kernel.area.file;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.huhang.kernel.area.file.FileEvent.CaseClosed;
import org.huhang.kernel.area.file.FileEvent.CaseReopened;
import org.huhang.kernel.area.file.FileEvent.CasesMerged;
import org.huhang.kernel.area.file.FileEvent.CasesUnmerged;
import org.huhang.kernel.area.file.FileEvent.ChildRegistered;
import org.huhang.kernel.area.file.FileEvent.HukouMoved;
import org.huhang.kernel.area.file.FileEvent.IdentityCorrected;
import org.huhang.kernel.area.file.FileEvent.IdentityDocumentAttached;
import org.huhang.kernel.area.file.FileEvent.LivingArrangementRecorded;
import org.huhang.kernel.area.file.FileEvent.ResidenceMoved;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.value.CaseId;

/**
 * Who the child is, and which files are about it.
 *
 * @param absorbed cases of the same child whose facts go on in this one
 * @param formerly places of the files as they stood when they became one, as recorded: whose they are go on answering for the
 *     child until its next move hands it over
 */
public record CaseFile(ChildFile child, List<Absorption> absorbed, List<DivisionCode> formerly) {

    /** @param fact version of the merge in the stream of the survivor */
    public record Absorption(CaseId caseId, LocalDate on, long fact) {}

    public CaseFile {
        absorbed = List.copyOf(absorbed);
        formerly = List.copyOf(formerly);
    }

    /** @param fact version of the event */
    public static CaseFile begin(ChildRegistered event, long fact) {
        return new CaseFile(ChildFile.begin(event, fact), List.of(), List.of());
    }

    /**
     * @param caseId whose file it is
     * @param fact version of the event
     */
    public CaseFile after(FileEvent event, CaseId caseId, long fact) {
        return new CaseFile(
                child.after(event, fact),
                absorbedAfter(event, caseId, fact),
                event instanceof ResidenceMoved ? List.of() : formerly);
    }

    public CaseFile answeredForBy(List<DivisionCode> places) {
        return new CaseFile(child, absorbed, places);
    }

    private List<Absorption> absorbedAfter(FileEvent event, CaseId caseId, long fact) {
        return switch (event) {
            case CasesMerged e ->
                e.absorbs(caseId)
                        ? absorbed
                        : Stream.concat(
                                        absorbed.stream(),
                                        Stream.of(new Absorption(e.absorbed(), e.effectiveOn(), fact)))
                                .toList();
            case CasesUnmerged e ->
                absorbed.stream()
                        .filter(other -> !other.caseId().equals(e.absorbed()))
                        .toList();
            case ChildRegistered _,
                    LivingArrangementRecorded _,
                    IdentityDocumentAttached _,
                    IdentityCorrected _,
                    ResidenceMoved _,
                    HukouMoved _,
                    CaseClosed _,
                    CaseReopened _ -> absorbed;
        };
    }
}
