package org.huhang.command.area.file;

import static org.huhang.command.decide.Decision.acceptOnBoth;
import static org.huhang.command.decide.Decision.refuse;
import static org.huhang.command.decide.Decision.refuseAt;
import static org.huhang.kernel.refusal.RefusalCode.*;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.huhang.command.area.file.FileCommand.Merge;
import org.huhang.command.area.file.FileCommand.Unmerge;
import org.huhang.command.decide.Circumstances;
import org.huhang.command.decide.Consequences;
import org.huhang.command.decide.Decision;
import org.huhang.command.decide.Decision.Accepted;
import org.huhang.kernel.area.CaseHistory;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.area.amendment.AmendmentEvent;
import org.huhang.kernel.area.amendment.AmendmentEvent.Corrected;
import org.huhang.kernel.area.amendment.AmendmentEvent.EntryVoided;
import org.huhang.kernel.area.file.FileEvent.CasesMerged;
import org.huhang.kernel.area.file.FileEvent.CasesUnmerged;
import org.huhang.kernel.area.file.Lifecycle;
import org.huhang.kernel.area.file.Lifecycle.Absorbed;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.IdentityDocument;

/**
 * Two cases of one child. Their histories add up, with all that hung on either; the absorbed file rests whole, so that the merge
 * can be undone. Who has two birth dates is two children, or one of whom something is recorded wrongly: that is corrected before
 * the merge, not by it.
 */
final class MergeDecision {

    private MergeDecision() {}

    static Decision merge(Registered survivor, CaseState other, Merge ask, Circumstances at) {
        if (ask.otherCase().equals(survivor.caseId())) {
            return refuseAt("otherCase", MERGE_WITH_ITSELF);
        }
        return switch (other) {
            case CaseState.Unregistered unknown -> refuseAt("otherCase", MERGE_TARGET_UNAVAILABLE);
            case Registered absorbed -> merge(survivor, absorbed, ask, at);
        };
    }

    private static Decision merge(Registered survivor, Registered absorbed, Merge ask, Circumstances at) {
        if (!(absorbed.lifecycle() instanceof Lifecycle.Open)) {
            return refuseAt("otherCase", MERGE_TARGET_UNAVAILABLE);
        }
        return IdentityRules.contradictions(
                        "identity",
                        survivor.child().identity(),
                        absorbed.child().identity())
                .orElse(() -> merged(survivor, absorbed, ask, at));
    }

    private static Decision merged(Registered survivor, Registered absorbed, Merge ask, Circumstances at) {
        CasesMerged merged = new CasesMerged(survivor.caseId(), absorbed.caseId(), ask.reason(), ask.on());
        CaseHistory before = at.history(survivor.caseId());
        List<CaseEvent> following = Consequences.following(before, before.with(List.of(merged)), at);
        return acceptOnBoth(merged, absorbed.caseId()).and(following);
    }

    static Decision unmerge(Registered survivor, CaseState other, Unmerge ask, Circumstances at) {
        return switch (other) {
            case CaseState.Unregistered unknown -> refuse(NOT_MERGED);
            case Registered absorbed -> unmerge(survivor, absorbed, ask, at);
        };
    }

    private static Decision unmerge(Registered survivor, Registered absorbed, Unmerge ask, Circumstances at) {
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
                CaseHistory history = at.history(survivor.caseId());
                yield shareDocument(survivor, absorbed)
                        ? refuse(SHARED_DOCUMENT)
                        : part(
                                new CasesUnmerged(survivor.caseId(), absorbed.caseId(), ask.reason(), ask.on()),
                                history);
            }
        };
    }

    /** What was put right in an entry of the other file while the two were one is put right there too. */
    private static Decision part(CasesUnmerged parted, CaseHistory history) {
        Stream<CaseEvent> amendments = history.known().stream()
                .filter(fact -> fact.caseId().equals(parted.survivor()))
                .flatMap(fact -> fact.event() instanceof AmendmentEvent it && isOf(parted.absorbed(), it)
                        ? Stream.of(it)
                        : Stream.empty());
        return new Accepted(
                List.of(parted),
                Map.of(
                        parted.absorbed().stream(),
                        Stream.<Event>concat(Stream.of(parted), amendments).toList()));
    }

    private static boolean isOf(CaseId file, AmendmentEvent amendment) {
        return switch (amendment) {
            case EntryVoided it ->
                it.entries().stream().anyMatch(entry -> entry.caseId().equals(file));
            case Corrected it -> it.entry().caseId().equals(file);
        };
    }

    /** While merged, the survivor may be given a document its absorbed case holds; two children may not share one. */
    private static boolean shareDocument(Registered survivor, Registered absorbed) {
        List<IdentityDocument> others = absorbed.child().identity().documents();
        return survivor.child().identity().documents().stream()
                .anyMatch(document -> others.stream().anyMatch(document::hasNumberOf));
    }
}
