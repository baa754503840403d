package org.huhang.command.axon;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageHandler;
import org.huhang.command.ask.CommandCatalogue;
import org.huhang.command.ask.FileCommand;
import org.huhang.command.decide.Circumstances;
import org.huhang.command.decide.Decider;
import org.huhang.command.port.Answer;
import org.huhang.command.port.CaseCommands.Request;
import org.huhang.command.port.Receipts;
import org.huhang.kernel.access.Access;
import org.huhang.kernel.access.Act;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.log.CaseLog;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.time.Shanghai;
import org.huhang.kernel.value.CaseId;

/**
 * The one handler of every command: who may, which case, seen in which version, and then the decision. Runs in a unit of
 * work with one database transaction.
 *
 * <p>Locks are taken in one order: idempotency key, cases, documents, log.
 */
public final class CaseCommandHandler implements MessageHandler<CommandMessage<?>> {

    private final Cases cases;
    private final Receipts receipts;
    private final Settlement settlement;
    private final CaseLog log;
    private final PolicyBook policies;
    private final Divisions divisions;

    CaseCommandHandler(Cases cases, Receipts receipts, Settlement settlement, CaseLog log, PolicyBook policies) {
        this.cases = cases;
        this.receipts = receipts;
        this.settlement = settlement;
        this.log = log;
        this.policies = policies;
        this.divisions = policies.divisions();
    }

    /** Axon routes by name, and a handler of a sealed family would never be found: each command is subscribed by its own. */
    List<Registration> subscribeTo(CommandBus bus) {
        return CommandCatalogue.all().stream()
                .map(type -> bus.subscribe(CommandCatalogue.name(type), this))
                .toList();
    }

    @Override
    public Reply handle(CommandMessage<?> message) {
        Request request = CommandEnvelope.open(message);
        try {
            Access.permit(request.by().actor(), act(request));
            Optional<Answer> earlier = request.key().flatMap(receipts::claim);
            return earlier.isPresent() ? Reply.with(earlier.get()) : handle(request);
        } catch (Refused refused) {
            // Refused before anything was decided: nothing is written, so nothing is undone and no receipt kept.
            return Reply.with(new Answer.Declined(refused.refusal()));
        }
    }

    private Reply handle(Request request) {
        if (request.command() instanceof FileCommand.OfTwoCases ask) {
            return onTwo(request, ask);
        }
        LoadedCase it = cases.load(request.caseId());
        if (!it.state().registered() && request.command() instanceof FileCommand.Register ask) {
            return register(request, ask, it);
        }
        admit(request, it);
        return settlement.of(
                request, Decider.decide(it.state(), request.command(), circumstances(request)), it, Optional.empty());
    }

    private Reply register(Request request, FileCommand.Register ask, LoadedCase it) {
        if (!Access.knows(
                request.by().actor(),
                divisions.current(ask.residenceDivision()),
                divisions.current(ask.hukouDivision()))) {
            throw new Refused(RefusalCode.OUTSIDE_YOUR_DIVISION);
        }
        return settlement.ofRegistration(request, ask, Decider.decide(it.state(), ask, circumstances(request)), it);
    }

    private Reply onTwo(Request request, FileCommand.OfTwoCases ask) {
        Map<CaseId, LoadedCase> loaded = cases.load(request.caseId(), ask.otherCase());
        LoadedCase it = loaded.get(request.caseId());
        admit(request, it);
        LoadedCase other = loaded.get(ask.otherCase());
        if (!Access.knows(request.by().actor(), other.places(divisions))) {
            throw new Refused(Refusal.at("otherCase", RefusalCode.CASE_NOT_FOUND));
        }
        return settlement.of(
                request,
                Decider.decideOnTwo(it.state(), other.state(), ask, circumstances(request)),
                it,
                Optional.of(other));
    }

    /** @throws Refused unless the caller may know of the case and has seen it as it is */
    private void admit(Request request, LoadedCase it) {
        Access.permit(request.by().actor(), act(request), it.places(divisions));
        request.expectedVersion().ifPresent(seen -> {
            if (seen != it.version()) {
                throw new Refused(Changes.since(seen, it.version(), log.history(it.id())));
            }
        });
    }

    private Circumstances circumstances(Request request) {
        return new Circumstances(request.by().actor(), Shanghai.dayOf(request.at()), policies);
    }

    private static Act act(Request request) {
        return Act.ofCommand(CommandCatalogue.name(request.command().getClass()));
    }
}
