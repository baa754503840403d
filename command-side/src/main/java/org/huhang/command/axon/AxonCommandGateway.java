package org.huhang.command.axon;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.huhang.command.port.Answer;
import org.huhang.command.port.CommandGateway;
import org.huhang.command.port.Settlement;
import org.huhang.command.port.Unavailable;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;

/** Sends requests over Axon's command bus, and again when another was faster. */
final class AxonCommandGateway implements CommandGateway, AutoCloseable {

    /** Nearly always an attempt loses to another that went through, so this many in a row means a crowd on one case. */
    private static final int ATTEMPTS = 8;

    private final CommandBus bus;
    private final AnswerDeadline deadline;
    private final ExecutorService again = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("decided-anew-", 1).factory());
    private final CaseQueue queue = new CaseQueue(again);

    /** @param longestWait for {@link #send} to be answered */
    AxonCommandGateway(CommandBus bus, Duration longestWait) {
        this.bus = bus;
        this.deadline = new AnswerDeadline(longestWait);
    }

    @Override
    public Answer send(Request request) {
        try {
            return deadline.with(submit(request)).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Unavailable.outcomeUnknown();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException fault -> throw fault;
                case Error fault -> throw fault;
                case Throwable fault -> throw new IllegalStateException(fault);
            }
        }
    }

    @Override
    public CompletableFuture<Answer> submit(Request request) {
        if (queue.crowded(request.stream())) {
            return queue.inTurn(request.stream(), () -> until(request, 1));
        }
        return settlement(request).thenCompose(settlement -> answered(settlement)
                .orElseGet(() -> queue.inTurn(request.stream(), () -> until(request, 2))));
    }

    @Override
    public void close() {
        again.shutdownNow();
        deadline.close();
    }

    /** Attempts until one is through. Only who did not queue, or another process, can still be faster. */
    private CompletableFuture<Answer> until(Request request, int attempt) {
        return settlement(request).thenCompose(settlement -> answered(settlement)
                .orElseGet(() -> attempt < ATTEMPTS
                        ? until(request, attempt + 1)
                        : CompletableFuture.completedFuture(new Answer.Declined(Refusal.of(RefusalCode.CASE_BUSY)))));
    }

    private static Optional<CompletableFuture<Answer>> answered(Settlement settlement) {
        return switch (settlement) {
            case Settlement.Answered it -> Optional.of(CompletableFuture.completedFuture(it.answer()));
            case Settlement.Overtaken _, Settlement.DocumentHeld _ -> Optional.empty();
        };
    }

    private CompletableFuture<Settlement> settlement(Request request) {
        CommandResultMessage<CompletableFuture<Settlement>> result;
        try {
            result = dispatch(CommandEnvelope.of(request));
        } catch (RuntimeException fault) {
            return CompletableFuture.failedFuture(fault);
        }
        if (!result.isExceptional()) {
            return result.getPayload();
        }
        return switch (result.exceptionResult()) {
            case Refused refused ->
                CompletableFuture.completedFuture(new Settlement.Answered(new Answer.Declined(refused.refusal())));
            case ConcurrencyException _, DeadlockException _ ->
                CompletableFuture.completedFuture(new Settlement.Overtaken());
            case Throwable fault -> CompletableFuture.failedFuture(fault);
        };
    }

    private CommandResultMessage<CompletableFuture<Settlement>> dispatch(CommandMessage<?> message) {
        CompletableFuture<CommandResultMessage<CompletableFuture<Settlement>>> result = new CompletableFuture<>();
        bus.<Object, CompletableFuture<Settlement>>dispatch(
                castToObject(message), (sent, answer) -> result.complete(castToSettlement(answer)));
        return result.join();
    }

    @SuppressWarnings("unchecked")
    private static CommandMessage<Object> castToObject(CommandMessage<?> message) {
        return (CommandMessage<Object>) message;
    }

    @SuppressWarnings("unchecked")
    private static CommandResultMessage<CompletableFuture<Settlement>> castToSettlement(
            CommandResultMessage<? extends CompletableFuture<Settlement>> answer) {
        return (CommandResultMessage<CompletableFuture<Settlement>>) answer;
    }
}
