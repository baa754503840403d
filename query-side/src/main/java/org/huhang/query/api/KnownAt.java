package org.huhang.query.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;

/**
 * A moment of knowledge as a caller writes it, in each query that asks for one: a position of the log, {@code 4711}; a day,
 * {@code 2025-02-28}, in Asia/Shanghai; or an instant with its offset, {@code 2025-02-28T08:00:00+08:00}.
 */
public sealed interface KnownAt {

    record Position(long position) implements KnownAt {}

    record Day(LocalDate day) implements KnownAt {}

    record At(Instant instant) implements KnownAt {}

    /** Whether a period ends before it begins, where that can be told without looking at the log. */
    static boolean reversed(String from, String to) {
        return read("from", from)
                .flatMap(begin -> read("to", to).map(end -> switch (begin) {
                    case Position it -> end instanceof Position last && last.position < it.position;
                    case Day it -> end instanceof Day last && last.day.isBefore(it.day);
                    case At it -> end instanceof At last && last.instant.isBefore(it.instant);
                }))
                .orElse(false);
    }

    /** @throws Refused {@code INVALID_DATE}, which names all three, unless it is one of them */
    static Optional<KnownAt> read(String name, String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            if (text.matches("[0-9]+")) {
                return Optional.of(new Position(Parameters.position(name, text).getAsLong()));
            }
            return text.contains("T")
                    ? Parameters.instant(name, text).map(At::new)
                    : Parameters.date(name, text).map(Day::new);
        } catch (Refused none) {
            throw new Refused(Refusal.at(
                    name,
                    RefusalCode.INVALID_DATE,
                    Map.of("position", "4711", "day", "2025-02-28", "instant", "2025-02-28T08:00:00+08:00")));
        }
    }
}
