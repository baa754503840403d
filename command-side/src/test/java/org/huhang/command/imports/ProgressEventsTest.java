package org.huhang.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.huhang.command.imports.ImportJob.State;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.refusal.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@Timeout(30)
class ProgressEventsTest {

    private static final int CROWD = 400;

    private final Map<UUID, ImportJob> jobs = new ConcurrentHashMap<>();
    private final AtomicInteger looks = new AtomicInteger();
    private final ProgressEvents events =
            new ProgressEvents(countedJournal(), new ListenerPlaces(CROWD / 2, CROWD + 1));

    @Test
    void one_look_serves_all_listeners_and_where_nobody_listens_there_is_none() {
        events.look();
        assertThat(looks).hasValue(0);

        for (int listener = 0; listener < CROWD; listener++) {
            ImportJob job = added("330109", "officer-" + listener % 2);
            events.follow(job, job.submittedBy());
        }
        for (int tick = 0; tick < 20; tick++) {
            events.look();
        }

        assertThat(looks).hasValue(20);
    }

    @Test
    void one_account_has_so_many_places_and_all_of_them_so_many() {
        ImportJob job = added("330109", "officer-1");
        for (int listener = 0; listener < CROWD / 2; listener++) {
            events.follow(job, job.submittedBy());
        }
        assertThatThrownBy(() -> events.follow(job, job.submittedBy()))
                .isInstanceOf(Refused.class)
                .hasMessage("TOO_MANY_LISTENERS");
        for (int listener = 0; listener <= CROWD / 2; listener++) {
            events.follow(job, officer("officer-" + (2 + listener % 2)));
        }
        assertThatThrownBy(() -> events.follow(job, officer("officer-4")))
                .isInstanceOf(Refused.class)
                .hasMessage("NO_ROOM_FOR_LISTENERS");
    }

    @Test
    void a_place_is_given_back_once() {
        ListenerPlaces places = new ListenerPlaces(1, 1);
        Actor one = officer("one");
        AtomicInteger given = new AtomicInteger();
        Listener listener = new Listener(new SseEmitter(), Runnable::run, _ -> {
            given.incrementAndGet();
            places.leave(one);
        });
        places.take(one);
        listener.leave();
        listener.leave();
        assertThat(given).hasValue(1);
        places.take(officer("two"));
        assertThatThrownBy(() -> places.take(one)).hasMessage("NO_ROOM_FOR_LISTENERS");
    }

    /** The one that tells goes on at once; the slow one is told the newest when it can be, and the end in any case. */
    @Test
    void a_slow_listener_holds_nobody_up_and_misses_only_what_is_out_of_date() throws InterruptedException {
        ImportJob job = Jobs.of("330109", "officer", 0);
        Slow slow = new Slow();
        Listener listener = new Listener(slow, task -> Thread.ofVirtual().start(task), _ -> {});

        listener.tell(ImportProgress.of(Jobs.cameOn(job, State.RUNNING, 1)));
        assertThat(slow.busy.await(20, TimeUnit.SECONDS)).isTrue();
        for (int row = 2; row <= 100; row++) {
            listener.tell(ImportProgress.of(Jobs.cameOn(job, State.RUNNING, row)));
        }
        listener.tell(ImportProgress.of(Jobs.cameOn(job, State.DONE, 101)));
        listener.tell(ImportProgress.of(Jobs.cameOn(job, State.RUNNING, 5)));
        slow.free.countDown();

        assertThat(slow.over.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(slow.heard).containsExactly(1L, 101L);
    }

    @Test
    void what_was_told_is_not_said_again_and_silence_is_broken() {
        ImportJob job = Jobs.of("330109", "officer", 0);
        Slow free = new Slow();
        free.free.countDown();
        Listener listener = new Listener(free, Runnable::run, _ -> {});

        listener.tell(ImportProgress.of(job));
        listener.tell(ImportProgress.of(job));
        listener.showLife(TimeUnit.HOURS.toNanos(1));
        assertThat(free.heard).containsExactly(0L);

        listener.showLife(-1);
        assertThat(free.signsOfLife).hasValue(1);
    }

    @Test
    void what_has_ended_is_neither_ended_again_nor_written_to() {
        ImportJob job = Jobs.of("330109", "officer", 0);
        Slow ended = new Slow();
        ended.free.countDown();
        Listener listener = new Listener(ended, Runnable::run, _ -> {});
        listener.tell(ImportProgress.of(Jobs.cameOn(job, State.DONE, 1)));
        listener.end();
        listener.showLife(-1);
        listener.tell(ImportProgress.of(job));
        assertThat(ended.heard).containsExactly(1L);
        assertThat(ended.signsOfLife).hasValue(0);
        assertThat(ended.ends).hasValue(1);

        Slow left = new Slow();
        left.free.countDown();
        Listener gone = new Listener(left, Runnable::run, _ -> {});
        gone.leave();
        gone.tell(ImportProgress.of(job));
        gone.showLife(-1);
        gone.end();
        assertThat(left.heard).isEmpty();
        assertThat(left.signsOfLife).hasValue(0);
        assertThat(left.ends).hasValue(0);
    }

    private ImportJob added(String county, String account) {
        ImportJob job = Jobs.of(county, account, 0);
        jobs.put(job.id(), job);
        return job;
    }

    private static Actor officer(String account) {
        return Jobs.of("330109", account, 0).submittedBy();
    }

    private ImportJournal countedJournal() {
        return (ImportJournal) Proxy.newProxyInstance(
                ImportJournal.class.getClassLoader(), new Class<?>[] {ImportJournal.class}, (_, method, asked) -> {
                    looks.incrementAndGet();
                    if (method.getName().equals("find") && asked[0] instanceof Collection<?> ids) {
                        return ids.stream().map(jobs::get).toList();
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    /** A client that reads nothing until it is freed. */
    private static final class Slow extends SseEmitter {
        private final CountDownLatch busy = new CountDownLatch(1);
        private final CountDownLatch free = new CountDownLatch(1);
        private final CountDownLatch over = new CountDownLatch(1);
        private final List<Long> heard = Collections.synchronizedList(new ArrayList<>());
        private final AtomicInteger signsOfLife = new AtomicInteger();
        private final AtomicInteger ends = new AtomicInteger();

        @Override
        public void send(SseEventBuilder event) throws IOException {
            busy.countDown();
            try {
                free.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            List<ImportProgress> said = event.build().stream()
                    .map(DataWithMediaType::getData)
                    .filter(ImportProgress.class::isInstance)
                    .map(ImportProgress.class::cast)
                    .toList();
            said.forEach(progress -> heard.add(progress.rows()));
            if (said.isEmpty()) {
                signsOfLife.incrementAndGet();
            }
        }

        @Override
        public void complete() {
            ends.incrementAndGet();
            over.countDown();
        }
    }
}
