package org.huhang.command.axon;

import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.huhang.command.port.Answer;
import org.huhang.command.port.CaseCommands;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;

/** Sends requests over Axon's command bus, and again when another process was faster. */
final class AxonCaseCommands implements CaseCommands {

    /** Each attempt loses only to another that went through, so this many in a row means a crowd on one case. */
    private static final int ATTEMPTS = 8;

    private final CommandBus bus;

    AxonCaseCommands(CommandBus bus) {
        this.bus = bus;
    }

    @Override
    public Answer send(Request request) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            CommandResultMessage<Reply> result = dispatch(CommandEnvelope.of(request));
            if (!result.isExceptional()) {
                return result.getPayload().answer();
            }
            switch (result.exceptionResult()) {
                case Refused refused -> {
                    return new Answer.Declined(refused.refusal());
                }
                case ConcurrencyException lost -> {}
                case DeadlockException lost -> {}
                case RuntimeException fault -> throw fault;
                case Error fault -> throw fault;
                case Throwable fault -> throw new IllegalStateException(fault);
            }
        }
        return new Answer.Declined(Refusal.of(RefusalCode.CASE_BUSY));
    }

    private CommandResultMessage<Reply> dispatch(CommandMessage<?> message) {
        CompletableFuture<CommandResultMessage<Reply>> result = new CompletableFuture<>();
        bus.<Object, Reply>dispatch(castToObject(message), (sent, answer) -> result.complete(castToReply(answer)));
        return result.join();
    }

    @SuppressWarnings("unchecked")
    private static CommandMessage<Object> castToObject(CommandMessage<?> message) {
        return (CommandMessage<Object>) message;
    }

    @SuppressWarnings("unchecked")
    private static CommandResultMessage<Reply> castToReply(CommandResultMessage<? extends Reply> answer) {
        return (CommandResultMessage<Reply>) answer;
    }
}
