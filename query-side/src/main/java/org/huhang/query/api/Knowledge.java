package org.huhang.query.api;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.log.Moments;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.time.Shanghai;
import org.springframework.stereotype.Component;

/**
 * Reads of a query's parameters what they say of time, and finds the moment in the log that they mean, which is always the
 * end of a commit: an instant means the last one at or before it, a position that of its fact. So the position and the time
 * of a moment tell the same. A position beyond the log's end, an instant yet to come and a day after today are refused.
 */
@Component
public class Knowledge {

    private final Moments moments;
    private final InstantSource clock;

    public Knowledge(Moments moments, InstantSource clock) {
        this.moments = moments;
        this.clock = clock;
    }

    /** Asia/Shanghai. */
    public LocalDate today() {
        return Shanghai.dayOf(clock.instant());
    }

    /**
     * A day of truth.
     *
     * @throws Refused {@code INVALID_DATE}; {@code DATE_IN_THE_FUTURE} for a day after today
     */
    public Optional<LocalDate> day(String name, String text) {
        Optional<LocalDate> day = Parameters.date(name, text);
        day.ifPresent(asked -> hasBegun(name, asked));
        return day;
    }

    /**
     * The moment up to which something was known: of a day, its end.
     *
     * @throws Refused {@code INVALID_DATE}, {@code DATE_IN_THE_FUTURE}, {@code POSITION_NOT_REACHED}
     */
    public Optional<Moment> upTo(String name, String text) {
        return KnownAt.read(name, text).map(asked -> switch (asked) {
            case KnownAt.Position it -> moments.at(reached(name, it.position()));
            case KnownAt.Day it -> endOf(name, it.day());
            case KnownAt.At it -> moments.by(it.instant()).orElseThrow(() -> yetToCome(name));
        });
    }

    /**
     * The last position before that from which on something was recorded: of a day, before its beginning.
     *
     * @throws Refused as for {@link #upTo}
     */
    public Optional<Long> before(String name, String text) {
        return KnownAt.read(name, text).map(asked -> switch (asked) {
            case KnownAt.Position it -> Math.max(0, reached(name, it.position()) - 1);
            case KnownAt.Day it -> before(name, startOf(hasBegun(name, it.day())));
            case KnownAt.At it -> {
                moments.by(it.instant()).orElseThrow(() -> yetToCome(name));
                yield before(name, it.instant());
            }
        });
    }

    /** As {@link #asOf(String, String, String, Optional)}, of a query with one page. */
    public AsOf asOf(String knownAt, String minPosition) {
        return asOf("knownAt", knownAt, minPosition, Optional.empty());
    }

    /**
     * As of which moment a query is to be answered.
     *
     * @param name of the parameter that says so
     * @param cursor of a further page, whose first field is the position that the first page was answered as of: the others
     *     are too
     * @throws Refused as for {@link #upTo}; {@code INVALID_CURSOR} for a page of a list as of another moment
     */
    public AsOf asOf(String name, String knownAt, String minPosition, Optional<Cursor> cursor) {
        AsOf now = now(minPosition);
        Optional<Moment> asked = upTo(name, knownAt);
        if (cursor.isEmpty()) {
            return asked.map(now::at).orElse(now);
        }
        if (cursor.get().number(0) > moments.newest().position()) {
            throw Cursor.invalid();
        }
        Moment begun = moments.at(cursor.get().number(0));
        // A day's end moves on from page to page while the day lasts, and it may be over before the last page.
        boolean another = asked.isPresent()
                && (isDay(name, knownAt)
                        ? asked.get().position() < begun.position()
                        : asked.get().position() != begun.position());
        if (another) {
            throw Cursor.invalid();
        }
        return now.at(begun);
    }

    /** @throws Refused {@code INVALID_PARAMETER}, {@code POSITION_NOT_REACHED} */
    public AsOf now(String minPosition) {
        long least = Parameters.position("min-position", minPosition).orElse(0);
        return least == 0 ? AsOf.NOW : new AsOf(Optional.empty(), reached("min-position", least));
    }

    /** The last moment at which a day of the past, or today so far, was still going on. */
    public Moment endOf(LocalDate day) {
        return moments.by(microBefore(startOf(day.plusDays(1)))).orElseGet(moments::newest);
    }

    private Moment endOf(String name, LocalDate day) {
        return endOf(hasBegun(name, day));
    }

    private long before(String name, Instant instant) {
        return moments.by(microBefore(instant))
                .orElseThrow(() -> yetToCome(name))
                .position();
    }

    /** Whether the day that is meant goes on: what is its last moment so far is not its last. */
    public boolean isToday(String name, String knownAt) {
        return KnownAt.read(name, knownAt)
                .filter(asked -> asked instanceof KnownAt.Day it && it.day().equals(today()))
                .isPresent();
    }

    private static boolean isDay(String name, String knownAt) {
        return KnownAt.read(name, knownAt)
                .filter(asked -> asked instanceof KnownAt.Day)
                .isPresent();
    }

    private long reached(String name, long position) {
        long head = position == 0 ? 0 : moments.newest().position();
        if (position > head) {
            throw new Refused(Refusal.at(name, RefusalCode.POSITION_NOT_REACHED, Map.of("head", Long.toString(head))));
        }
        return position;
    }

    private LocalDate hasBegun(String name, LocalDate day) {
        if (day.isAfter(today())) {
            throw new Refused(Refusal.at(name, RefusalCode.DATE_IN_THE_FUTURE, Map.of("today", today().toString())));
        }
        return day;
    }

    private Refused yetToCome(String name) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new Refused(Refusal.at(name, RefusalCode.DATE_IN_THE_FUTURE, Map.of("now", now.toString())));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(Shanghai.ZONE).toInstant();
    }

    /** The log counts in microseconds: the last one before the instant. */
    private static Instant microBefore(Instant instant) {
        Instant micro = instant.truncatedTo(ChronoUnit.MICROS);
        return micro.equals(instant) ? micro.minus(1, ChronoUnit.MICROS) : micro;
    }
}
