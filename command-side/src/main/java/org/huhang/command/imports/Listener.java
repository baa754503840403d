package org.huhang.command.imports;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * Who is told of one import. Whoever tells is never held up: what cannot be sent yet gives way to what is newer, and is sent
 * by a thread of the listener's own, which is there only while there is something to send.
 */
final class Listener {

    private final SseEmitter emitter;
    private final Executor threads;
    private final Consumer<Listener> whenGone;
    private final AtomicBoolean gone = new AtomicBoolean();
    private Optional<ImportProgress> told = Optional.empty();
    private Optional<ImportProgress> toSend = Optional.empty();
    private boolean toShowLife;
    private boolean toEnd;
    private boolean ended;
    private boolean sending;
    private long lastSent = System.nanoTime();

    /**
     * @param threads a new one for each task
     * @param whenGone told once, in whichever way the listener goes
     */
    Listener(SseEmitter emitter, Executor threads, Consumer<Listener> whenGone) {
        this.emitter = emitter;
        this.threads = threads;
        this.whenGone = whenGone;
    }

    /** What it was told last is not said again; after what is final nothing is. */
    synchronized void tell(ImportProgress now) {
        if (!toEnd && !told.equals(Optional.of(now))) {
            told = Optional.of(now);
            toSend = told;
            toEnd = now.state().isFinal();
            send();
        }
    }

    /** Where nothing was sent for so long: that a connection is gone is noticed only when something is sent. */
    synchronized void showLife(long silentForNanos) {
        if (!toEnd && !sending && System.nanoTime() - lastSent > silentForNanos) {
            toShowLife = true;
            send();
        }
    }

    /**
     * After what is still to be sent, and once: whoever ends a connection a second time may meet the request to which its
     * server has given the same memory.
     */
    synchronized void end() {
        if (!toEnd) {
            toEnd = true;
            send();
        }
    }

    void leave() {
        if (gone.compareAndSet(false, true)) {
            whenGone.accept(this);
        }
    }

    private void send() {
        if (!sending) {
            sending = true;
            threads.execute(this::sendAll);
        }
    }

    private void sendAll() {
        try {
            for (Optional<SseEventBuilder> event = take(); event.isPresent(); event = take()) {
                emitter.send(event.get());
            }
            if (hasEnded()) {
                emitter.complete();
            }
        } catch (IOException cutOff) {
            // The server ends it.
            leave();
        } catch (RuntimeException fault) {
            leave();
            emitter.completeWithError(fault);
        }
    }

    private synchronized Optional<SseEventBuilder> take() {
        Optional<SseEventBuilder> event = toSend.filter(_ -> !gone.get())
                .map(progress -> SseEmitter.event().name("progress").data(progress))
                .or(() -> toShowLife && !gone.get()
                        ? Optional.of(SseEmitter.event().comment(""))
                        : Optional.empty());
        toSend = Optional.empty();
        toShowLife = false;
        sending = event.isPresent();
        ended = toEnd && !sending && !gone.get();
        lastSent = System.nanoTime();
        return event;
    }

    private synchronized boolean hasEnded() {
        return ended;
    }
}
