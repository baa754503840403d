package org.huhang.app.calendar;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.huhang.app.OnCommandSide;
import org.huhang.app.OnQuerySide;
import org.huhang.kernel.time.Shanghai;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the calendar brings about, soon after midnight in Shanghai and soon after every start. */
@Component
@OnCommandSide
@OnQuerySide
class DailyRound implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DailyRound.class);
    private static final Duration AFTER_START = Duration.ofMinutes(1);
    private static final LocalTime AFTER_MIDNIGHT = LocalTime.of(0, 10);

    private final SixteenthBirthdays birthdays;
    private final InstantSource clock;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("calendar").factory());

    DailyRound(SixteenthBirthdays birthdays, InstantSource clock) {
        this.birthdays = birthdays;
        this.clock = clock;
    }

    /** Not before all that belongs to the start is done: it writes to the same cases. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        next(AFTER_START);
    }

    @Override
    public void destroy() {
        rounds.shutdownNow();
    }

    private void next(Duration wait) {
        rounds.schedule(this::goRound, wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void goRound() {
        try {
            birthdays.endStatuses();
        } catch (RuntimeException e) {
            LOG.warn(
                    "The daily round stopped on {}; what is left is done in the next one",
                    e.getClass().getName());
        }
        if (!rounds.isShutdown()) {
            next(untilAfterMidnight());
        }
    }

    private Duration untilAfterMidnight() {
        ZonedDateTime now = clock.instant().atZone(Shanghai.ZONE);
        LocalDate tomorrow = now.toLocalDate().plusDays(1);
        return Duration.between(now, tomorrow.atTime(AFTER_MIDNIGHT).atZone(Shanghai.ZONE));
    }
}
