package org.huhang.command.area.amendment;

import static org.huhang.command.decide.Decision.accept;
import static org.huhang.command.decide.Decision.refuse;
import static org.huhang.command.decide.Decision.refuseAt;
import static org.huhang.kernel.refusal.RefusalCode.*;

import java.util.List;
import java.util.Optional;
import org.huhang.command.area.amendment.AmendmentCommand.CorrectHukou;
import org.huhang.command.area.amendment.AmendmentCommand.CorrectKeyCare;
import org.huhang.command.area.amendment.AmendmentCommand.CorrectLivingArrangement;
import org.huhang.command.area.amendment.AmendmentCommand.CorrectResidence;
import org.huhang.command.area.amendment.AmendmentCommand.Correction;
import org.huhang.command.area.amendment.AmendmentCommand.VoidEntry;
import org.huhang.command.decide.Circumstances;
import org.huhang.command.decide.Consequences;
import org.huhang.command.decide.Decision;
import org.huhang.command.decide.Decision.Rejected;
import org.huhang.kernel.area.CaseHistory;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.area.Entry;
import org.huhang.kernel.area.amendment.AmendmentEvent;
import org.huhang.kernel.area.amendment.AmendmentEvent.EntryVoided;
import org.huhang.kernel.area.screening.ScreeningEvent.LeftBehindStatusEnded;
import org.huhang.kernel.area.screening.ScreeningEvent.MigrantStatusEnded;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.EntryId;

/** What is taken back or put right, and what that makes of the days since. */
final class AmendmentDecision {

    private AmendmentDecision() {}

    static Decision decide(Registered state, AmendmentCommand ask, Circumstances at) {
        CaseHistory history = at.history(state.caseId());
        return switch (ask) {
            case VoidEntry it -> voided(state, it, history, at);
            case Correction it -> corrected(it, history, at);
        };
    }

    private static Decision voided(Registered state, VoidEntry ask, CaseHistory history, Circumstances at) {
        Optional<Entry> named = history.standing(ask.entry());
        if (named.isEmpty()) {
            return missing(ask.entry(), history);
        }
        Entry entry = named.get();
        if (!Voidable.is(entry.event())) {
            return refuseAt("entry", ENTRY_CANNOT_BE_VOIDED);
        }
        return Voidable.refusal(entry, at).<Decision>map(Rejected::new).orElseGet(() -> {
            List<EntryId> ofOneCommand = history.standing().stream()
                    .filter(other -> ofOneCommand(entry.fact(), other.fact()))
                    .filter(other -> Voidable.is(other.event()))
                    .map(Entry::id)
                    .toList();
            return following(
                    history,
                    new EntryVoided(ofOneCommand, ask.reason(), entry.on()),
                    state.lifecycle().closed(),
                    at);
        });
    }

    private static Decision corrected(Correction ask, CaseHistory history, Circumstances at) {
        EntryId id = ask.entry().orElseGet(() -> new EntryId(history.caseId(), 0));
        Optional<Entry> named = history.standing(id);
        if (named.isEmpty()) {
            return missing(id, history);
        }
        CaseHistory.Step step = history.steps().stream()
                .filter(it -> it.entry().id().equals(id))
                .findFirst()
                .orElseThrow();
        Corrector corrector = new Corrector(step, at);
        Decision decision =
                switch (ask) {
                    case CorrectResidence it -> corrector.residence(it);
                    case CorrectHukou it -> corrector.hukou(it);
                    case CorrectLivingArrangement it -> corrector.livingArrangement(it);
                    case CorrectKeyCare it -> corrector.keyCare(it);
                };
        return switch (decision) {
            case Rejected no -> no;
            case Decision.Accepted it ->
                following(history, (AmendmentEvent) it.events().getFirst(), false, at);
        };
    }

    /** With what it brings about; unless something that was recorded since would have nothing left to rest on. */
    private static Decision following(CaseHistory history, AmendmentEvent amendment, boolean closed, Circumstances at) {
        CaseHistory amended = history.with(List.of(amendment));
        List<CaseEvent> following = Consequences.following(history, amended, at);
        CaseHistory after = amended.with(following);
        List<Entry> lost = Consequences.lost(history, after).stream()
                .filter(entry -> !endsAStatus(entry.event()))
                .toList();
        if (!lost.isEmpty()) {
            return Consequences.refuse("entry", ENTRY_RESTED_ON, lost);
        }
        if (closed
                && after.now() instanceof Registered still
                && still.lifecycle().closed()) {
            return refuse(CASE_CLOSED);
        }
        return ((Decision.Accepted) accept(amendment)).and(following);
    }

    /** An end of what was never found ends nothing. */
    private static boolean endsAStatus(CaseEvent event) {
        return event instanceof MigrantStatusEnded || event instanceof LeftBehindStatusEnded;
    }

    private static Decision missing(EntryId id, CaseHistory history) {
        if (history.voidedBy(id).isPresent()) {
            return refuseAt("entry", ENTRY_ALREADY_VOIDED);
        }
        boolean known = history.known().stream()
                .anyMatch(fact -> fact.caseId().equals(id.caseId()) && fact.version() == id.version());
        return refuseAt("entry", known ? ENTRY_CANNOT_BE_VOIDED : ENTRY_UNKNOWN);
    }

    private static boolean ofOneCommand(Recorded one, Recorded other) {
        return one.stream().equals(other.stream())
                && one.by().requestId().equals(other.by().requestId());
    }
}
