package org.huhang.command.axon;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.huhang.command.port.Answer;
import org.huhang.command.port.Change;
import org.huhang.command.port.IdempotencyKey;
import org.huhang.command.port.IdentityLookup;
import org.huhang.command.port.Settlement;
import org.huhang.command.port.StreamStore;
import org.huhang.kernel.area.file.FileEvent.ChildRegistered;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.stream.StreamKind;
import org.huhang.kernel.stream.StreamState;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.IdentityDocument;

/** The ports of the command handler without a database, one thread at a time; the real ones are tested where theirs is. */
final class CasesInMemory implements StreamStore, IdentityLookup, EventLog {

    private final List<Recorded> log = new ArrayList<>();

    /** Cases that a change was overtaken on, and that are known since. */
    private final Set<StreamId> met = new HashSet<>();

    @Override
    public Optional<Answer> begin(IdempotencyKey key) {
        return Optional.empty();
    }

    @Override
    public Optional<Answer> answered(IdempotencyKey key) {
        return Optional.empty();
    }

    @Override
    public StreamState load(StreamId id, StreamKind kind) {
        StreamState state = kind.unbegun(id);
        for (Recorded recorded : history(id)) {
            state = state.with(recorded.event(), recorded.version());
        }
        return state;
    }

    @Override
    public StreamState unheardOf(StreamId id, StreamKind kind) {
        return met.contains(id) ? load(id, kind) : kind.unbegun(id);
    }

    @Override
    public boolean forget(StreamId id) {
        return false;
    }

    @Override
    public CompletableFuture<Settlement> settle(Change change) {
        return CompletableFuture.completedFuture(outcome(change));
    }

    private Settlement outcome(Change change) {
        for (Change.Part part : change.parts()) {
            if (version(part.stream()) != part.expectedVersion()) {
                met.add(part.stream());
                return new Settlement.Overtaken();
            }
            if (DocumentClaims.refusal(part, this, this).isPresent()) {
                return new Settlement.DocumentHeld();
            }
        }
        for (Change.Part part : change.parts()) {
            for (Event event : part.events()) {
                log.add(new Recorded(
                        log.size() + 1, part.stream(), version(part.stream()) + 1, change.at(), change.by(), event));
            }
        }
        return new Settlement.Answered(change.answer().at(head()));
    }

    private long version(StreamId id) {
        return history(id).size() - 1;
    }

    @Override
    public Optional<CaseId> holderOf(IdentityDocument document) {
        return log.stream()
                .filter(recorded -> recorded.event() instanceof ChildRegistered registered
                        && registered.identity().documents().contains(document))
                .map(Recorded::caseId)
                .findFirst();
    }

    @Override
    public List<CaseId> lookalikes(ChildIdentity identity) {
        return List.of();
    }

    @Override
    public List<Recorded> history(StreamId stream) {
        return log.stream().filter(recorded -> recorded.stream().equals(stream)).toList();
    }

    @Override
    public List<Recorded> after(long position, int limit) {
        return log.stream().skip(position).limit(limit).toList();
    }

    @Override
    public long head() {
        return log.size();
    }
}
