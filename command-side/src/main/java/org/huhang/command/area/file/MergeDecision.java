package org.huhang.command.area.file;

import static org.huhang.command.decide.Decision.acceptOnBoth;
import static org.huhang.command.decide.Decision.refuse;
import static org.huhang.command.decide.Decision.refuseAt;
import static org.huhang.kernel.refusal.RefusalCode.*;

import java.time.LocalDate;
import java.util.Collections;
import org.huhang.command.area.file.FileCommand.Merge;
import org.huhang.command.area.file.FileCommand.Unmerge;
import org.huhang.command.decide.Decision;
import org.huhang.command.decide.Faults;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.area.file.FileEvent.CasesMerged;
import org.huhang.kernel.area.file.FileEvent.CasesUnmerged;
import org.huhang.kernel.area.file.Lifecycle;
import org.huhang.kernel.area.file.Lifecycle.Absorbed;
import org.huhang.kernel.area.guardianship.Guardianship.Guarded;

/**
 * Two cases of one child. The absorbed case rests whole, so that the merge can be undone. Nothing that protects the child
 * may come to rest with it: a case with a lapse, care or long-term guardianship survives or is not merged, and an entry on
 * the key-care ledger needs one on the survivor.
 */
final class MergeDecision {

    private MergeDecision() {}

    static Decision merge(Registered survivor, CaseState other, Merge ask) {
        if (ask.otherCase().equals(survivor.caseId())) {
            return refuseAt("otherCase", MERGE_WITH_ITSELF);
        }
        return switch (other) {
            case CaseState.Unregistered unknown -> refuseAt("otherCase", MERGE_TARGET_UNAVAILABLE);
            case Registered absorbed -> merge(survivor, absorbed, ask);
        };
    }

    private static Decision merge(Registered survivor, Registered absorbed, Merge ask) {
        if (!(absorbed.lifecycle() instanceof Lifecycle.Open)) {
            return refuseAt("otherCase", MERGE_TARGET_UNAVAILABLE);
        }
        boolean underCare = !(absorbed.guardianship() instanceof Guarded);
        boolean keyCareLost = absorbed.keyCare().listed().isPresent()
                && survivor.keyCare().listed().isEmpty();
        return new Faults()
                .when(underCare, "otherCase", STILL_UNDER_CARE)
                .when(keyCareLost, "otherCase", STILL_KEY_CARE)
                .when(ask.on().isBefore(later(survivor.latest(), absorbed.latest())), "on", BEFORE_LAST_CHANGE)
                .orElse(() -> acceptOnBoth(
                        new CasesMerged(survivor.caseId(), absorbed.caseId(), ask.reason(), ask.on()),
                        absorbed.caseId()));
    }

    static Decision unmerge(Registered survivor, CaseState other, Unmerge ask) {
        return switch (other) {
            case CaseState.Unregistered unknown -> refuse(NOT_MERGED);
            case Registered absorbed -> unmerge(survivor, absorbed, ask);
        };
    }

    private static Decision unmerge(Registered survivor, Registered absorbed, Unmerge ask) {
        return switch (absorbed.lifecycle()) {
            case Lifecycle.Open open -> refuse(NOT_MERGED);
            case Lifecycle.Closed closed -> refuse(NOT_MERGED);
            case Absorbed merged -> {
                if (!merged.survivor().equals(survivor.caseId())) {
                    yield refuse(NOT_MERGED);
                }
                if (ask.on().isBefore(merged.on())) {
                    yield refuseAt("on", BEFORE_LAST_CHANGE);
                }
                yield shareDocument(survivor, absorbed)
                        ? refuse(SHARED_DOCUMENT)
                        : acceptOnBoth(
                                new CasesUnmerged(survivor.caseId(), absorbed.caseId(), ask.reason(), ask.on()),
                                absorbed.caseId());
            }
        };
    }

    /** While merged, the survivor may be given a document its absorbed case holds; two children may not share one. */
    private static boolean shareDocument(Registered survivor, Registered absorbed) {
        return !Collections.disjoint(
                survivor.child().identity().documents(),
                absorbed.child().identity().documents());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
