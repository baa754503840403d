package org.huhang.bench.axon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;
import org.huhang.command.axon.DocumentClaims;
import org.huhang.command.port.Answer;
import org.huhang.command.port.Change;
import org.huhang.command.port.IdempotencyKey;
import org.huhang.command.port.IdentityIndex;
import org.huhang.command.port.Receipts;
import org.huhang.command.port.Settlement;
import org.huhang.command.port.StreamStore;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.stream.StreamKind;
import org.huhang.kernel.stream.StreamState;
import org.huhang.kernel.value.CaseId;
import org.huhang.log.axonserver.Provenance;

/**
 * Cases as plain Axon keeps them: aggregates in a repository over any Axon event store. Needs a unit of work around each
 * command, with one database transaction in which receipts and identity index are kept too.
 *
 * <p>Locks are taken in one order: idempotency key, cases, documents, log.
 */
public final class AxonCaseStore implements StreamStore {

    private static final String CASES = "huhang.cases";

    private final Repository<ChildCase> repository;
    private final Receipts receipts;
    private final IdentityIndex index;
    private final EventLog log;

    private AxonCaseStore(Repository<ChildCase> repository, Receipts receipts, IdentityIndex index, EventLog log) {
        this.repository = repository;
        this.receipts = receipts;
        this.index = index;
        this.log = log;
    }

    /** Over any of Axon's event stores; the command bus must open a transaction with each unit of work. */
    public static StreamStore over(EventStore eventStore, Receipts receipts, IdentityIndex index, EventLog log) {
        return new AxonCaseStore(
                EventSourcingRepository.builder(ChildCase.class)
                        .aggregateFactory(new ChildCaseFactory())
                        .eventStore(eventStore)
                        .build(),
                receipts,
                index,
                log);
    }

    @Override
    public Optional<Answer> begin(IdempotencyKey key) {
        return receipts.claim(key);
    }

    /** Empty: whoever comes here has begun, and would have been answered then. */
    @Override
    public Optional<Answer> answered(IdempotencyKey key) {
        return Optional.empty();
    }

    /** Nobody else in this process has the case until the unit of work ends. */
    @Override
    public StreamState load(StreamId id, StreamKind kind) {
        return aggregate(id).invoke(ChildCase::state);
    }

    @Override
    public StreamState unheardOf(StreamId id, StreamKind kind) {
        return load(id, kind);
    }

    /** Nothing is remembered from one command to the next. */
    @Override
    public boolean forget(StreamId id) {
        return false;
    }

    @Override
    public CompletableFuture<Settlement> settle(Change change) {
        UnitOfWork<?> unit = CurrentUnitOfWork.get().root();
        CompletableFuture<Settlement> settlement = new CompletableFuture<>();
        if (DocumentClaims.refusal(change.parts().getFirst(), index, this).isPresent()) {
            return CompletableFuture.completedFuture(new Settlement.DocumentHeld());
        }
        change.parts().forEach(part -> record(part, new Provenance(change.by(), change.at()).asMetaData()));
        // Runs after the event store's own part of the commit, for that is where positions are given out.
        unit.onPrepareCommit(_ -> {
            Answer answer = change.answer().at(Appended.by(unit).orElseGet(log::head));
            change.key().ifPresent(key -> keep(key, answer));
            unit.afterCommit(_ -> settlement.complete(new Settlement.Answered(answer)));
        });
        unit.onRollback(_ -> settlement.complete(new Settlement.Overtaken()));
        return settlement;
    }

    private void keep(IdempotencyKey key, Answer answer) {
        switch (answer) {
            case Answer.Done done -> receipts.keep(key, done);
            case Answer.Declined _ -> {}
        }
    }

    /** @throws ConcurrencyException when another case took a document meanwhile; decided anew, that is a refusal */
    private void record(Change.Part part, MetaData metaData) {
        if (part.events().isEmpty()) {
            return;
        }
        follow(part.stream(), part.events());
        aggregate(part.stream()).execute(child -> child.record(part.events(), metaData));
    }

    private void follow(StreamId stream, List<Event> events) {
        try {
            index.follow(stream, events);
        } catch (Refused refused) {
            throw new ConcurrencyException(refused.getMessage(), refused);
        }
    }

    private Aggregate<ChildCase> aggregate(StreamId id) {
        Map<StreamId, Aggregate<ChildCase>> loaded =
                CurrentUnitOfWork.get().root().getOrComputeResource(CASES, _ -> new HashMap<>());
        Aggregate<ChildCase> known = loaded.get(id);
        if (known == null) {
            known = loadFromRepository(id);
            loaded.put(id, known);
        }
        return known;
    }

    private Aggregate<ChildCase> loadFromRepository(StreamId id) {
        try {
            return repository.loadOrCreate(id.toString(), () -> new ChildCase(new CaseId(id.value())));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
