package org.huhang.command.axon;

import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.huhang.command.ask.FileCommand;
import org.huhang.command.decide.Decision;
import org.huhang.command.port.Answer;
import org.huhang.command.port.CaseCommands.Request;
import org.huhang.command.port.IdentityIndex;
import org.huhang.command.port.KnownCases;
import org.huhang.command.port.Receipts;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.log.CaseLog;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.value.CaseId;

/** Makes a decision true: facts, identity index and receipt, all in the transaction of the command. */
final class Settlement {

    private final Receipts receipts;
    private final IdentityIndex index;
    private final CaseLog log;
    private final KnownCases known;

    Settlement(Receipts receipts, IdentityIndex index, CaseLog log, KnownCases known) {
        this.receipts = receipts;
        this.index = index;
        this.log = log;
        this.known = known;
    }

    Reply of(Request request, Decision decision, LoadedCase it, Optional<LoadedCase> other) {
        return switch (decision) {
            case Decision.Rejected rejected -> declined(request, rejected.refusal());
            case Decision.Accepted accepted ->
                held(request, accepted)
                        .map(refusal -> declined(request, refusal))
                        .orElseGet(() -> {
                            follow(it.id(), accepted.events());
                            it.record(accepted.events(), metaData(request));
                            other.ifPresent(second -> {
                                follow(second.id(), accepted.otherEvents());
                                second.record(accepted.otherEvents(), metaData(request));
                            });
                            return done(request, it.version(), accepted, List.of());
                        });
        };
    }

    Reply ofRegistration(Request request, FileCommand.Register ask, Decision decision, LoadedCase it) {
        return switch (decision) {
            case Decision.Rejected rejected -> declined(request, rejected.refusal());
            case Decision.Accepted accepted ->
                held(request, accepted)
                        .map(refusal -> declined(request, refusal))
                        .orElseGet(() -> {
                            List<CaseId> lookalikes = known.among(
                                    index.lookalikes(ask.identity()),
                                    request.by().actor());
                            follow(it.id(), accepted.events());
                            it.record(accepted.events(), metaData(request));
                            return done(request, it.version(), accepted, lookalikes);
                        });
        };
    }

    private Optional<Refusal> held(Request request, Decision.Accepted accepted) {
        return DocumentClaims.refusal(request.caseId(), accepted.events(), index);
    }

    private Reply declined(Request request, Refusal refusal) {
        Answer answer = new Answer.Declined(refusal);
        request.key().ifPresent(key -> receipts.keep(key, answer));
        return Reply.with(answer);
    }

    /** Runs after the event store's own part of the commit, for that is where positions are given out. */
    private Reply done(Request request, long before, Decision.Accepted accepted, List<CaseId> lookalikes) {
        Reply reply = new Reply();
        CurrentUnitOfWork.get().onPrepareCommit(unit -> {
            Answer answer = new Answer.Done(
                    request.caseId(),
                    before + accepted.events().size(),
                    Appended.by(unit).orElseGet(log::head),
                    accepted.events().stream()
                            .map(event -> EventCatalogue.name(event.getClass()))
                            .toList(),
                    lookalikes);
            request.key().ifPresent(key -> receipts.keep(key, answer));
            reply.give(answer);
        });
        return reply;
    }

    /** @throws ConcurrencyException when another case took a document meanwhile; decided anew, that is a refusal */
    private void follow(CaseId caseId, List<CaseEvent> events) {
        try {
            index.follow(caseId, events);
        } catch (Refused refused) {
            throw new ConcurrencyException(refused.getMessage(), refused);
        }
    }

    private static MetaData metaData(Request request) {
        return new Provenance(request.by(), request.at()).asMetaData();
    }
}
