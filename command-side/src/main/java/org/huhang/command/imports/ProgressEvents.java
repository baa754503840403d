package org.huhang.command.imports;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells a listener of every change in an import's progress, until the import ends or the listener goes. */
@Component
class ProgressEvents implements SmartLifecycle, DisposableBean {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final ImportJournal journal;
    private final ScheduledExecutorService lookouts = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("import-progress").daemon().factory());
    private final Set<SseEmitter> listening = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    ProgressEvents(ImportJournal journal) {
        this.journal = journal;
    }

    SseEmitter follow(UUID job) {
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        Lookout lookout = new Lookout(job, emitter);
        listening.add(emitter);
        ScheduledFuture<?> looking =
                lookouts.scheduleWithFixedDelay(lookout, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        emitter.onCompletion(() -> {
            looking.cancel(false);
            listening.remove(emitter);
        });
        emitter.onTimeout(emitter::complete);
        if (!running) {
            emitter.complete();
        }
        emitter.onError(_ -> looking.cancel(false));
        return emitter;
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the server waits for requests to end: listeners may go on for hours, and can ask again elsewhere. */
    @Override
    public void stop() {
        running = false;
        listening.forEach(SseEmitter::complete);
    }

    @Override
    public void destroy() {
        lookouts.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private final class Lookout implements Runnable {
        private final UUID job;
        private final SseEmitter emitter;
        private ImportProgress told;

        private Lookout(UUID job, SseEmitter emitter) {
            this.job = job;
            this.emitter = emitter;
        }

        @Override
        public void run() {
            try {
                journal.find(job).map(ImportProgress::of).ifPresentOrElse(this::tell, emitter::complete);
            } catch (RuntimeException e) {
                emitter.completeWithError(e);
            }
        }

        private void tell(ImportProgress now) {
            if (now.equals(told)) {
                return;
            }
            try {
                emitter.send(SseEmitter.event().name("progress").data(now));
                told = now;
                if (now.state().isFinal()) {
                    emitter.complete();
                }
            } catch (IOException gone) {
                emitter.complete();
            }
        }
    }
}
