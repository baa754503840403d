package org.huhang.kernel.area.file;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.util.Optional;
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
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.CloseReason;

/** Whether a registered case is worked on. {@code fact} is the version of the fact that says so. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
public sealed interface Lifecycle {

    /** The day from which facts may be recorded: of registration, or of the last reopening. */
    LocalDate openSince();

    /** @param reopened version of the fact that opened it again, where it was closed or absorbed before */
    @JsonTypeName("OPEN")
    record Open(LocalDate openSince, Optional<Long> reopened) implements Lifecycle {}

    @JsonTypeName("CLOSED")
    record Closed(CloseReason reason, LocalDate on, LocalDate openSince, long fact) implements Lifecycle {}

    /** The child's facts go on in the survivor's case; this one rests until the merge is undone. */
    @JsonTypeName("ABSORBED")
    record Absorbed(CaseId survivor, LocalDate on, LocalDate openSince, long fact) implements Lifecycle {}

    static Lifecycle begin(ChildRegistered event) {
        return new Open(event.effectiveOn(), Optional.empty());
    }

    /**
     * @param caseId whose life it is: a merge rests on both cases, and only one of them rests
     * @param fact version of the event
     */
    default Lifecycle after(FileEvent event, CaseId caseId, long fact) {
        return switch (event) {
            case ChildRegistered e -> registeredAgain(e, fact);
            case CasesMerged e ->
                e.absorbs(caseId) ? new Absorbed(e.survivor(), e.effectiveOn(), openSince(), fact) : this;
            // The merge was wrong from the start, so the case was open all along.
            case CasesUnmerged e -> e.releases(caseId) ? new Open(openSince(), Optional.of(fact)) : this;
            case CaseClosed e -> new Closed(e.reason(), e.effectiveOn(), openSince(), fact);
            case CaseReopened e -> new Open(e.effectiveOn(), Optional.of(fact));
            case LivingArrangementRecorded _,
                    IdentityDocumentAttached _,
                    IdentityCorrected _,
                    ResidenceMoved _,
                    HukouMoved _ -> this;
        };
    }

    /** In another file, which was merged into this one. */
    private Lifecycle registeredAgain(ChildRegistered event, long fact) {
        return switch (this) {
            case Open _, Absorbed _ -> this;
            case Closed _ -> new Open(event.effectiveOn(), Optional.of(fact));
        };
    }

    default boolean open() {
        return switch (this) {
            case Open _ -> true;
            case Closed _, Absorbed _ -> false;
        };
    }

    default boolean closed() {
        return switch (this) {
            case Closed _ -> true;
            case Open _, Absorbed _ -> false;
        };
    }

    default boolean absorbed() {
        return switch (this) {
            case Absorbed _ -> true;
            case Open _, Closed _ -> false;
        };
    }
}
