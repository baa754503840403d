package org.huhang.command.imports;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.refusal.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells listeners of every change in an import's progress, until the import ends or they go. One look at the journal serves
 * all of them, and where nobody listens there is none.
 */
@Component
class ProgressEvents implements SmartLifecycle, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressEvents.class);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(5);

    private final ImportJournal journal;
    private final ListenerPlaces places;
    private final ScheduledExecutorService lookout = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("import-progress").daemon().factory());
    private final ExecutorService senders = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("import-listener-", 0).factory());
    private final Map<UUID, Queue<Listener>> listening = new ConcurrentHashMap<>();
    private boolean looksInVain;
    private volatile boolean running;

    ProgressEvents(ImportJournal journal, ListenerPlaces places) {
        this.journal = journal;
        this.places = places;
    }

    /**
     * The first event is the job as it is given.
     *
     * @throws Refused {@code TOO_MANY_LISTENERS}, {@code NO_ROOM_FOR_LISTENERS}
     */
    SseEmitter follow(ImportJob job, Actor actor) {
        places.take(actor);
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        Listener listener = new Listener(emitter, senders, gone -> forget(job.id(), gone, actor));
        emitter.onCompletion(listener::leave);
        emitter.onTimeout(emitter::complete);
        emitter.onError(_ -> listener.leave());
        listening.compute(job.id(), (_, others) -> {
            Queue<Listener> all = others == null ? new ConcurrentLinkedQueue<>() : others;
            all.add(listener);
            return all;
        });
        listener.tell(ImportProgress.of(job));
        if (!running) {
            listener.end();
        }
        return emitter;
    }

    private void forget(UUID job, Listener listener, Actor actor) {
        places.leave(actor);
        listening.computeIfPresent(job, (_, all) -> {
            all.remove(listener);
            return all.isEmpty() ? null : all;
        });
    }

    /** Who begins to listen during the look waits for the next: it may know more than this one has seen. */
    void look() {
        Map<UUID, List<Listener>> now = listening.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
        if (now.isEmpty()) {
            return;
        }
        Map<UUID, ImportProgress> found =
                journal.find(now.keySet()).stream().collect(Collectors.toMap(ImportJob::id, ImportProgress::of));
        now.forEach((job, listeners) -> {
            ImportProgress progress = found.get(job);
            listeners.forEach(progress == null ? Listener::end : listener -> listener.tell(progress));
            listeners.forEach(listener -> listener.showLife(LONGEST_SILENCE.toNanos()));
        });
    }

    /** What cannot be found out now is found out later: nobody is sent away, and it is said once. */
    private void lookAgainLater() {
        try {
            look();
            looksInVain = false;
        } catch (RuntimeException e) {
            if (!looksInVain) {
                LOG.warn(
                        "The progress of imports cannot be looked up ({})",
                        e.getClass().getSimpleName());
            }
            looksInVain = true;
        }
    }

    @Override
    public void start() {
        running = true;
        lookout.scheduleWithFixedDelay(
                this::lookAgainLater, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Before the server waits for requests to end: listeners may go on for hours, and can ask again elsewhere. */
    @Override
    public void stop() {
        running = false;
        listening.values().forEach(all -> all.forEach(Listener::end));
    }

    @Override
    public void destroy() {
        lookout.shutdownNow();
        senders.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
