package org.huhang.command.axon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huhang.command.area.file.FileCommand;
import org.huhang.command.ask.CommandCatalogue;
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
import org.huhang.kernel.area.CaseState;
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
        return Stream.concat(Stream.of(request.caseId()), request.command().others().stream())
                .distinct()
                .map(store::forget)
                .reduce(false, Boolean::logicalOr);
    }

    private Change decideOnce(Request request) {
        Circumstances at = new Circumstances(request.by().actor(), Shanghai.dayOf(request.at()), policies.now());
        KnownCase it = addressed(request);
        admit(request, it, at);
        List<KnownCase> others = others(request, at);
        Map<CaseId, CaseState> seen = Stream.concat(Stream.of(it), others.stream())
                .map(KnownCase::state)
                .collect(Collectors.toMap(CaseState::caseId, Function.identity()));
        return change(
                request,
                Decider.decide(it.state(), request.command(), at.with(seen)),
                it,
                others,
                () -> lookalikes(request, at));
    }

    /** A case that is being opened goes by an id just made up, which nobody has to be asked about. */
    private KnownCase addressed(Request request) {
        return request.command() instanceof FileCommand.Register
                ? store.unheardOf(request.caseId())
                : store.load(request.caseId());
    }

    /** Those that the command is about beside the one addressed, where the caller may know of them. */
    private List<KnownCase> others(Request request, Circumstances at) {
        return request.command().others().stream()
                .filter(other -> !other.equals(request.caseId()))
                .distinct()
                .map(store::load)
                .peek(other -> {
                    if (!KnownCases.knows(
                            at.actor(), other.state(), at.policies().divisions())) {
                        throw new Refused(Refusal.at("otherCase", RefusalCode.CASE_NOT_FOUND));
                    }
                })
                .toList();
    }

    private List<CaseId> lookalikes(Request request, Circumstances at) {
        return request.command() instanceof FileCommand.Register ask
                ? known.among(
                        index.lookalikes(ask.identity()),
                        at.actor(),
                        at.policies().divisions())
                : List.of();
    }

    /** @throws Refused unless the caller may know of the case and has seen it as it is */
    private void admit(Request request, KnownCase it, Circumstances at) {
        if (!it.state().registered() && request.command() instanceof FileCommand.Register ask) {
            mayOpen(ask, at);
            return;
        }
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

    private static void mayOpen(FileCommand.Register ask, Circumstances at) {
        if (!Access.knows(at.actor(), at.policies().divisions(), ask.residenceDivision(), ask.hukouDivision())) {
            throw new Refused(RefusalCode.OUTSIDE_YOUR_DIVISION);
        }
    }

    private static Change change(
            Request request,
            Decision decision,
            KnownCase it,
            List<KnownCase> others,
            Supplier<List<CaseId>> lookalikes) {
        return switch (decision) {
            case Decision.Rejected rejected ->
                change(request, List.of(), Map.of(), it, others, new Answer.Declined(rejected.refusal()));
            case Decision.Accepted accepted ->
                change(
                        request,
                        accepted.events(),
                        accepted.others(),
                        it,
                        others,
                        new Answer.Done(
                                request.caseId(),
                                it.version() + accepted.events().size(),
                                0,
                                accepted.events().stream()
                                        .map(event -> EventCatalogue.name(event.getClass()))
                                        .toList(),
                                lookalikes.get()));
        };
    }

    private static Change change(
            Request request,
            List<CaseEvent> events,
            Map<CaseId, List<CaseEvent>> otherEvents,
            KnownCase it,
            List<KnownCase> others,
            Answer answer) {
        List<Change.Part> parts = new ArrayList<>();
        parts.add(part(it, events));
        others.forEach(other ->
                parts.add(part(other, otherEvents.getOrDefault(other.state().caseId(), List.of()))));
        return new Change(parts, request.by(), request.at(), request.key(), answer);
    }

    private static Change.Part part(KnownCase it, List<CaseEvent> events) {
        return new Change.Part(it.state().caseId(), it.state(), it.version(), events);
    }
}
