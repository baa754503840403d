package org.huhang.command.axon;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageHandler;
import org.huhang.command.ask.CommandCatalogue;
import org.huhang.command.port.Answer;
import org.huhang.command.port.Change;
import org.huhang.command.port.CommandGateway.Request;
import org.huhang.command.port.IdentityLookup;
import org.huhang.command.port.Settlement;
import org.huhang.command.port.StreamStore;
import org.huhang.kernel.access.Access;
import org.huhang.kernel.access.Act;
import org.huhang.kernel.refusal.Refused;

/**
 * The one handler of every command: who may, then the decision, then its settlement. Holds no lock: a decision that was
 * overtaken by another change is simply not settled.
 */
public final class BusCommandHandler implements MessageHandler<CommandMessage<?>> {

    private final StreamStore store;
    private final CommandDecider decider;
    private final IdentityLookup index;

    BusCommandHandler(StreamStore store, CommandDecider decider, IdentityLookup index) {
        this.store = store;
        this.decider = decider;
        this.index = index;
    }

    /** Axon routes by name, and a handler of a sealed family would never be found: each command is subscribed by its own. */
    List<Registration> subscribeTo(CommandBus bus) {
        return CommandCatalogue.all().stream()
                .map(type -> bus.subscribe(CommandCatalogue.name(type), this))
                .toList();
    }

    /** Gives back at once what is settled when the log has it; over the bus, which never leaves the process. */
    @Override
    public CompletableFuture<Settlement> handle(CommandMessage<?> message) {
        Request request = CommandEnvelope.open(message);
        try {
            Access.permit(
                    request.by().actor(),
                    Act.ofCommand(CommandCatalogue.name(request.command().getClass())));
            Optional<Answer> earlier = request.key().flatMap(store::begin);
            return earlier.isPresent() ? answered(earlier.get()) : handle(request);
        } catch (Refused refused) {
            return answered(new Answer.Declined(refused.refusal()));
        }
    }

    private CompletableFuture<Settlement> handle(Request request) {
        Change change;
        try {
            change = decider.decide(request);
        } catch (Refused refused) {
            // Refused before anything was decided; but the key may have had its answer long ago.
            Answer answer =
                    request.key().flatMap(store::answered).orElseGet(() -> new Answer.Declined(refused.refusal()));
            return answered(answer);
        }
        return store.settle(change).thenCompose(settlement -> switch (settlement) {
            case Settlement.DocumentHeld _ -> declineHeld(change);
            case Settlement.Answered _, Settlement.Overtaken _ -> CompletableFuture.completedFuture(settlement);
        });
    }

    private static CompletableFuture<Settlement> answered(Answer answer) {
        return CompletableFuture.completedFuture(new Settlement.Answered(answer));
    }

    /** The other case may have let go of the document meanwhile: then there is nothing to refuse. */
    private CompletableFuture<Settlement> declineHeld(Change change) {
        return DocumentClaims.refusal(change.parts().getFirst(), index, store)
                .map(refusal -> store.settle(CommandDecider.declined(change, refusal)))
                .orElseGet(() -> CompletableFuture.completedFuture(new Settlement.Overtaken()));
    }
}
