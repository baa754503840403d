package org.huhang.command.axon;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.huhang.command.ask.CommandCatalogue;
import org.huhang.command.ask.FileCommand;
import org.huhang.command.decide.Circumstances;
import org.huhang.command.decide.Decider;
import org.huhang.command.decide.Decision;
import org.huhang.command.port.Answer;
import org.huhang.command.port.CaseCommands.Request;
import org.huhang.command.port.CaseStore;
import org.huhang.command.port.Change;
import org.huhang.command.port.IdentityLookup;
import org.huhang.command.port.KnownCase;
import org.huhang.command.port.KnownCases;
import org.huhang.kernel.access.Access;
import org.huhang.kernel.access.Act;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.log.CaseLog;
import org.huhang.kernel.policy.Policies;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.time.Shanghai;
import org.huhang.kernel.value.CaseId;

/**
 * Which case, may the caller know of it, has it been seen as it is, and then the decision. A no on a remembered case is
 * decided again on the case as the log has it: nobody is refused for what another process has changed since.
 */
final class CommandDecider {

    private final CaseStore store;
    private final IdentityLookup index;
    private final CaseLog log;
    private final Policies policies;
    private final KnownCases known;

    CommandDecider(CaseStore store, IdentityLookup index, CaseLog log, KnownCases known, Policies policies) {
        this.store = store;
        this.index = index;
        this.log = log;
        this.known = known;
        this.policies = policies;
    }

    /** @throws Refused where it does not come to a decision */
    Change decide(Request request) {
        try {
            Change change = decideOnce(request);
            return change.answer() instanceof Answer.Declined && forget(request) ? decideOnce(request) : change;
        } catch (Refused refused) {
            if (forget(request)) {
                return decideOnce(request);
            }
            throw refused;
        }
    }

    /** The same cases, seen the same, with a no. */
    static Change declined(Change change, Refusal refusal) {
        return new Change(
                change.parts().stream()
                        .map(part -> new Change.Part(part.caseId(), part.before(), part.expectedVersion(), List.of()))
                        .toList(),
                change.by(),
                change.at(),
                change.key(),
                new Answer.Declined(refusal));
    }

    private boolean forget(Request request) {
        // Every one of them, so no short circuit.
        return cases(request).map(store::forget).reduce(false, Boolean::logicalOr);
    }

    private static Stream<CaseId> cases(Request request) {
        return request.command() instanceof FileCommand.OfTwoCases ask
                ? Stream.of(request.caseId(), ask.otherCase()).distinct()
                : Stream.of(request.caseId());
    }

    private Change decideOnce(Request request) {
        Circumstances at = new Circumstances(request.by().actor(), Shanghai.dayOf(request.at()), policies.now());
        if (request.command() instanceof FileCommand.OfTwoCases ask) {
            return onTwo(request, ask, at);
        }
        if (request.command() instanceof FileCommand.Register ask) {
            return onRegistration(request, ask, at);
        }
        KnownCase it = store.load(request.caseId());
        admit(request, it, at);
        return change(request, Decider.decide(it.state(), request.command(), at), List.of(it), List::of);
    }

    private Change onRegistration(Request request, FileCommand.Register ask, Circumstances at) {
        Divisions divisions = at.policies().divisions();
        KnownCase it = store.unheardOf(request.caseId());
        if (it.state().registered()) {
            admit(request, it, at);
        } else if (!Access.knows(at.actor(), divisions, ask.residenceDivision(), ask.hukouDivision())) {
            throw new Refused(RefusalCode.OUTSIDE_YOUR_DIVISION);
        }
        return change(
                request,
                Decider.decide(it.state(), ask, at),
                List.of(it),
                () -> known.among(index.lookalikes(ask.identity()), at.actor(), divisions));
    }

    private Change onTwo(Request request, FileCommand.OfTwoCases ask, Circumstances at) {
        KnownCase it = store.load(request.caseId());
        admit(request, it, at);
        KnownCase other = store.load(ask.otherCase());
        if (!KnownCases.knows(at.actor(), other.state(), at.policies().divisions())) {
            throw new Refused(Refusal.at("otherCase", RefusalCode.CASE_NOT_FOUND));
        }
        return change(
                request,
                Decider.decideOnTwo(it.state(), other.state(), ask, at),
                request.caseId().equals(ask.otherCase()) ? List.of(it) : List.of(it, other),
                List::of);
    }

    /** @throws Refused unless the caller may know of the case and has seen it as it is */
    private void admit(Request request, KnownCase it, Circumstances at) {
        Access.permit(
                at.actor(),
                Act.ofCommand(CommandCatalogue.name(request.command().getClass())),
                at.policies().divisions(),
                KnownCases.places(it.state()));
        request.expectedVersion().ifPresent(seen -> {
            if (seen != it.version()) {
                throw new Refused(Changes.since(seen, it.version(), log.history(request.caseId())));
            }
        });
    }

    private static Change change(
            Request request, Decision decision, List<KnownCase> cases, Supplier<List<CaseId>> lookalikes) {
        return switch (decision) {
            case Decision.Rejected rejected ->
                change(request, List.of(List.of(), List.of()), cases, new Answer.Declined(rejected.refusal()));
            case Decision.Accepted accepted ->
                change(
                        request,
                        List.of(accepted.events(), accepted.otherEvents()),
                        cases,
                        new Answer.Done(
                                request.caseId(),
                                cases.getFirst().version() + accepted.events().size(),
                                0,
                                accepted.events().stream()
                                        .map(event -> EventCatalogue.name(event.getClass()))
                                        .toList(),
                                lookalikes.get()));
        };
    }

    private static Change change(Request request, List<List<CaseEvent>> events, List<KnownCase> cases, Answer answer) {
        List<Change.Part> parts = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            KnownCase it = cases.get(i);
            parts.add(new Change.Part(it.state().caseId(), it.state(), it.version(), events.get(i)));
        }
        return new Change(parts, request.by(), request.at(), request.key(), answer);
    }
}
