package org.huhang.query.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.time.Shanghai;
import org.huhang.query.api.Parameters;

/**
 * What a replay is asked: the case as far as it was known by some moment, as it was true on some day, or both.
 *
 * @param knownAt what had been recorded by then; empty for all that is known now
 * @param effectiveAt what was true on that day; empty for all days
 */
record Question(Optional<KnownAt> knownAt, Optional<LocalDate> effectiveAt) {

    /** A moment in the growth of the log. */
    sealed interface KnownAt {

        /** Everything recorded up to this instant, itself included. */
        record Moment(Instant instant) implements KnownAt {}

        /** Everything recorded by the end of this day in Asia/Shanghai. */
        record EndOf(LocalDate day) implements KnownAt {}

        /** Everything up to this position of the log, itself included. */
        record Position(long position) implements KnownAt {}

        default boolean includes(Recorded fact) {
            return switch (this) {
                case Moment moment -> !fact.recordedAt().isAfter(moment.instant());
                case EndOf end -> !Shanghai.dayOf(fact.recordedAt()).isAfter(end.day());
                case Position reached -> fact.position() <= reached.position();
            };
        }

        /** @throws Refused naming {@code knownAt} unless a position, a date or an instant with an offset */
        static KnownAt of(String text) {
            if (text.matches("[0-9]+")) {
                return new Position(Parameters.position("knownAt", text).getAsLong());
            }
            return text.contains("T")
                    ? new Moment(Parameters.instant("knownAt", text).get())
                    : new EndOf(Parameters.date("knownAt", text).get());
        }
    }

    /** @throws Refused {@code INVALID_PARAMETER} when neither is given: a replay says which time it means */
    static Question of(String knownAt, String effectiveAt) {
        Question question = new Question(
                Optional.ofNullable(knownAt).map(KnownAt::of), Parameters.date("effectiveAt", effectiveAt));
        if (question.knownAt().isEmpty() && question.effectiveAt().isEmpty()) {
            throw new Refused(Refusal.at("knownAt", RefusalCode.INVALID_PARAMETER));
        }
        return question;
    }

    boolean wasKnown(Recorded fact) {
        return knownAt.isEmpty() || knownAt.get().includes(fact);
    }

    boolean wasTrue(LocalDate effectiveOn) {
        return effectiveAt.isEmpty() || !effectiveOn.isAfter(effectiveAt.get());
    }
}
