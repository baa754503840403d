package org.huhang.command.axon;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.huhang.command.port.Answer;
import org.huhang.command.port.IdempotencyKey;
import org.huhang.command.port.IdentityIndex;
import org.huhang.command.port.Receipts;
import org.huhang.kernel.area.file.FileEvent.ChildRegistered;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.log.CaseLog;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.IdentityDocument;

/** The rim's ports without a database, one thread at a time; the real ones are tested where their database is. */
final class PortsInMemory implements Receipts, IdentityIndex {

    private final Map<String, Answer> answers = new HashMap<>();
    private final Map<IdentityDocument, CaseId> holders = new HashMap<>();

    @Override
    public Optional<Answer> claim(IdempotencyKey key) {
        return Optional.ofNullable(answers.get(key.key())).map(Answer::givenAgain);
    }

    @Override
    public Optional<Answer> find(String owner, String key) {
        return Optional.ofNullable(answers.get(key));
    }

    @Override
    public void keep(IdempotencyKey key, Answer.Done answer) {
        answers.put(key.key(), answer);
    }

    @Override
    public Optional<CaseId> holderOf(IdentityDocument document) {
        return Optional.ofNullable(holders.get(document));
    }

    @Override
    public List<CaseId> lookalikes(ChildIdentity identity) {
        return List.of();
    }

    @Override
    public void follow(CaseId caseId, List<CaseEvent> events) {
        for (CaseEvent event : events) {
            if (event instanceof ChildRegistered registered) {
                registered.identity().documents().forEach(document -> holders.put(document, caseId));
            }
        }
    }

    /** What an event store holds, as the log would show it. */
    static CaseLog over(EventStore store) {
        return new CaseLog() {
            @Override
            public List<Recorded> history(CaseId caseId) {
                return store.readEvents(caseId.toString())
                        .asStream()
                        .map(message -> new Recorded(
                                message.getSequenceNumber() + 1,
                                caseId,
                                message.getSequenceNumber(),
                                Instant.EPOCH,
                                Provenance.of(message.getMetaData()).by(),
                                (CaseEvent) message.getPayload()))
                        .toList();
            }

            @Override
            public List<Recorded> after(long position, int limit) {
                throw new UnsupportedOperationException("An event store without positions");
            }

            @Override
            public long head() {
                return 0;
            }
        };
    }
}
