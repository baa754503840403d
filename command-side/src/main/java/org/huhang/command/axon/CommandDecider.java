package org.huhang.command.axon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huhang.command.area.file.FileCommand;
import org.huhang.command.ask.Command;
import org.huhang.command.ask.CommandCatalogue;
import org.huhang.command.decide.Circumstances;
import org.huhang.command.decide.Decision;
import org.huhang.command.port.Answer;
import org.huhang.command.port.Change;
import org.huhang.command.port.CommandGateway.Request;
import org.huhang.command.port.IdentityLookup;
import org.huhang.command.port.KnownCases;
import org.huhang.command.port.StreamStore;
import org.huhang.kernel.access.Access;
import org.huhang.kernel.access.Act;
import org.huhang.kernel.area.CaseHistory;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.policy.Policies;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.stream.StreamState;
import org.huhang.kernel.time.Shanghai;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.ChildIdentity;

/**
 * Which stream, may the caller know of it, has it been seen as it is, and then the decision. A no on a remembered state is
 * decided again on the state as the log has it: nobody is refused for what another process has changed since.
 */
final class CommandDecider {

    private final StreamStore store;
    private final IdentityLookup index;
    private final EventLog log;
    private final Policies policies;
    private final KnownCases known;

    CommandDecider(StreamStore store, IdentityLookup index, EventLog log, KnownCases known, Policies policies) {
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

    /** The same streams, seen the same, with a no. */
    static Change declined(Change change, Refusal refusal) {
        return new Change(
                change.parts().stream()
                        .map(part -> new Change.Part(part.before(), List.of()))
                        .toList(),
                change.by(),
                change.at(),
                change.key(),
                new Answer.Declined(refusal));
    }

    private boolean forget(Request request) {
        // Every one of them, so no short circuit.
        return Stream.concat(Stream.of(request.stream()), request.command().others().stream())
                .distinct()
                .map(store::forget)
                .reduce(false, Boolean::logicalOr);
    }

    private Change decideOnce(Request request) {
        Circumstances at = new Circumstances(request.by().actor(), Shanghai.dayOf(request.at()), policies.now());
        Command command = request.command();
        StreamState it = command.begins().isEmpty()
                ? store.load(request.stream(), command.kind())
                : store.unheardOf(request.stream(), command.kind());
        admit(request, it, at);
        List<StreamState> others = others(request, at);
        Map<StreamId, StreamState> seen = Stream.concat(Stream.of(it), others.stream())
                .collect(Collectors.toMap(StreamState::stream, Function.identity()));
        return change(
                request,
                command.decide(it, at.with(seen, histories(seen))),
                it,
                others,
                () -> lookalikes(request, it, at));
    }

    /** Up to what was seen of them: whatever has been recorded since makes the decision one to be taken again. */
    private Function<CaseId, CaseHistory> histories(Map<StreamId, StreamState> seen) {
        Map<CaseId, CaseHistory> read = new HashMap<>();
        return caseId -> read.computeIfAbsent(
                caseId,
                id -> CaseHistory.of(
                        id,
                        log.history(id).stream()
                                .filter(fact ->
                                        fact.version() <= seen.get(id.stream()).version())
                                .toList(),
                        log::history));
    }

    /** Those that the command is about beside the one addressed, where the caller may know of them. */
    private List<StreamState> others(Request request, Circumstances at) {
        List<StreamState> others = request.command().others().stream()
                .filter(other -> !other.equals(request.stream()))
                .distinct()
                .map(other -> store.load(other, request.command().kind()))
                .toList();
        // A remembered stream is of the kind that it is, whatever kind was asked for.
        if (!others.stream()
                .allMatch(other -> other.kind() == request.command().kind()
                        && KnownCases.knows(at.actor(), other, at.policies().divisions()))) {
            throw new Refused(Refusal.at("otherCase", RefusalCode.CASE_NOT_FOUND));
        }
        return others;
    }

    /** Of a case that is opened, or opened again: either may come to be the second of one child. */
    private List<CaseId> lookalikes(Request request, StreamState it, Circumstances at) {
        return identityOpened(request.command(), it)
                .map(identity -> index.lookalikes(identity).stream()
                        .filter(other -> !other.stream().equals(request.stream()))
                        .toList())
                .map(others -> known.among(others, at.actor(), at.policies().divisions()))
                .orElse(List.of());
    }

    private static Optional<ChildIdentity> identityOpened(Command command, StreamState it) {
        if (command instanceof FileCommand.Register ask) {
            return Optional.of(ask.identity());
        }
        return command instanceof FileCommand.Reopen && it instanceof CaseState known
                ? known.identity()
                : Optional.empty();
    }

    /** @throws Refused unless the caller may know of the stream, or begin one there, and has seen it as it is */
    private void admit(Request request, StreamState it, Circumstances at) {
        Command command = request.command();
        Access.permit(at.actor(), Act.ofCommand(CommandCatalogue.name(command.getClass())));
        if (!it.begun() && !command.begins().isEmpty()) {
            mayBegin(command, at);
            return;
        }
        // A remembered stream is of the kind that it is, whatever address it was asked for at.
        if (it.kind() != command.kind()
                || !KnownCases.knows(at.actor(), it, at.policies().divisions())) {
            throw new Refused(command.kind().notFound());
        }
        request.expectedVersion().ifPresent(seen -> {
            if (seen != it.version()) {
                throw new Refused(Changes.since(seen, it.version(), log.history(request.stream())));
            }
        });
    }

    private static void mayBegin(Command command, Circumstances at) {
        DivisionCode[] places = command.begins().toArray(DivisionCode[]::new);
        if (!Access.knows(at.actor(), at.policies().divisions(), places)) {
            throw new Refused(command.kind().outside());
        }
    }

    private static Change change(
            Request request,
            Decision decision,
            StreamState it,
            List<StreamState> others,
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
                                request.stream(),
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
            List<Event> events,
            Map<StreamId, List<Event>> otherEvents,
            StreamState it,
            List<StreamState> others,
            Answer answer) {
        Set<StreamId> declared = others.stream().map(StreamState::stream).collect(Collectors.toSet());
        if (!declared.containsAll(otherEvents.keySet())) {
            throw new IllegalStateException(
                    "Facts were decided for a stream that the command does not say it is about");
        }
        List<Change.Part> parts = new ArrayList<>();
        parts.add(new Change.Part(it, events));
        others.forEach(other -> parts.add(new Change.Part(other, otherEvents.getOrDefault(other.stream(), List.of()))));
        return new Change(parts, request.by(), request.at(), request.key(), answer);
    }
}
