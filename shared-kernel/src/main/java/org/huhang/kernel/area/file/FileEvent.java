package org.huhang.kernel.area.file;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.EventType;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.CloseReason;
import org.huhang.kernel.value.Guardian;
import org.huhang.kernel.value.Hukou;
import org.huhang.kernel.value.IdentityDocument;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.Residence;
import org.huhang.kernel.value.SourceAgency;

/** Facts about the file itself: who the child is, where they live and with whom, and the life of the case. */
public sealed interface FileEvent extends CaseEvent {

    /** Whether it changes nothing of a case that is closed. Who the child is may be put right of any. */
    default boolean needsAnOpenCase() {
        return switch (this) {
            case LivingArrangementRecorded _, ResidenceMoved _, HukouMoved _, CaseClosed _ -> true;
            case ChildRegistered _,
                    IdentityDocumentAttached _,
                    IdentityCorrected _,
                    CasesMerged _,
                    CasesUnmerged _,
                    CaseReopened _ -> false;
        };
    }

    /** A child became known. Plan 2024 (四). */
    @EventType("ChildRegistered")
    record ChildRegistered(
            ChildIdentity identity,
            Hukou hukou,
            Residence residence,
            List<Guardian> guardians,
            SourceAgency agency,
            LocalDate effectiveOn)
            implements FileEvent {
        public ChildRegistered {
            guardians = guardians == null ? List.of() : List.copyOf(guardians);
        }
    }

    /** Who guards the child and how they live together changed. */
    @EventType("LivingArrangementRecorded")
    record LivingArrangementRecorded(List<Guardian> guardians, LocalDate effectiveOn) implements FileEvent {
        public LivingArrangementRecorded {
            guardians = guardians == null ? List.of() : List.copyOf(guardians);
        }
    }

    /** A paper was found or issued after registration. */
    @EventType("IdentityDocumentAttached")
    record IdentityDocumentAttached(IdentityDocument document, LocalDate effectiveOn) implements FileEvent {}

    /**
     * The recorded identity was wrong; this one was right all along, so {@code effectiveOn} is the day of registration.
     */
    @EventType("IdentityCorrected")
    record IdentityCorrected(ChildIdentity identity, Narrative reason, LocalDate effectiveOn) implements FileEvent {}

    /** The child lives elsewhere now. {@code to.since()} is the day of arrival. */
    @EventType("ResidenceMoved")
    record ResidenceMoved(Residence to, LocalDate effectiveOn) implements FileEvent {}

    /** The household registration moved. */
    @EventType("HukouMoved")
    record HukouMoved(Hukou to, LocalDate effectiveOn) implements FileEvent {}

    /** Two cases are of one child. Recorded in both streams; the survivor is carried on, the absorbed one rests. */
    @EventType("CasesMerged")
    record CasesMerged(CaseId survivor, CaseId absorbed, Narrative reason, LocalDate effectiveOn) implements FileEvent {

        /** Whether it is this case that rests from now on. */
        public boolean absorbs(CaseId caseId) {
            return absorbed.equals(caseId);
        }
    }

    /** The merge was wrong: there are two children after all. Recorded in both streams. */
    @EventType("CasesUnmerged")
    record CasesUnmerged(CaseId survivor, CaseId absorbed, Narrative reason, LocalDate effectiveOn)
            implements FileEvent {

        /** Whether it is this case that rests no more. */
        public boolean releases(CaseId caseId) {
            return absorbed.equals(caseId);
        }
    }

    @EventType("CaseClosed")
    record CaseClosed(CloseReason reason, Optional<Narrative> note, LocalDate effectiveOn) implements FileEvent {}

    @EventType("CaseReopened")
    record CaseReopened(Narrative reason, LocalDate effectiveOn) implements FileEvent {}
}
