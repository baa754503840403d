package org.huhang.command.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huhang.kernel.area.screening.ScreeningEvent;
import org.huhang.kernel.area.screening.ScreeningEvent.LeftBehindStatusEnded;
import org.huhang.kernel.area.screening.ScreeningEvent.MigrantStatusEnded;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreenedAsLeftBehind;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreenedAsMigrant;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreenedOut;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreeningReconfirmed;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreeningReferredToReview;
import org.huhang.kernel.value.LeftBehindReason;
import org.huhang.kernel.value.MigrantBand;
import org.huhang.kernel.value.ReviewReason;
import org.huhang.kernel.value.ScreenedStatus;
import org.huhang.kernel.value.Screening;
import org.huhang.kernel.value.StatusEndReason;

/** What screening holds of a child. {@code asOf} is the day the last fact of screening speaks of. */
public sealed interface ScreeningState {

    record NotScreened() implements ScreeningState {}

    /** A status that counts until it is ended. {@code since} is the day it was first found. */
    sealed interface Held extends ScreeningState {
        LocalDate since();

        LocalDate asOf();

        ScreeningEvent ended(StatusEndReason reason, LocalDate on);
    }

    record Migrant(MigrantBand band, LocalDate since, LocalDate asOf) implements Held {
        @Override
        public ScreeningEvent ended(StatusEndReason reason, LocalDate on) {
            return new MigrantStatusEnded(reason, on);
        }
    }

    record LeftBehind(LeftBehindReason reason, LocalDate since, LocalDate asOf) implements Held {
        @Override
        public ScreeningEvent ended(StatusEndReason reason, LocalDate on) {
            return new LeftBehindStatusEnded(reason, on);
        }
    }

    record Neither(LocalDate asOf) implements ScreeningState {}

    /** @param held the status found before; it counts until the person has decided */
    record UnderReview(Screening screening, List<ReviewReason> reasons, Optional<Held> held, LocalDate asOf)
            implements ScreeningState {}

    record Ended(StatusEndReason reason, LocalDate asOf) implements ScreeningState {}

    static ScreeningState initial() {
        return new NotScreened();
    }

    /** Facts may come late: an end of a status that is not held, or a confirmation of one, changes nothing. */
    static ScreeningState evolve(ScreeningState state, ScreeningEvent event) {
        LocalDate on = event.effectiveOn();
        return switch (event) {
            case ScreenedAsMigrant e ->
                new Migrant(e.band(), sinceAsMigrant(state, e.band()).orElse(on), on);
            case ScreenedAsLeftBehind e ->
                new LeftBehind(e.reason(), sinceAsLeftBehind(state).orElse(on), on);
            case ScreenedOut _ -> new Neither(on);
            case ScreeningReferredToReview e -> new UnderReview(e.screening(), e.reasons(), state.held(), on);
            case ScreeningReconfirmed e -> reconfirmed(state, e.status(), on);
            case MigrantStatusEnded e ->
                state.held().filter(Migrant.class::isInstance).isPresent() ? new Ended(e.reason(), on) : state;
            case LeftBehindStatusEnded e ->
                state.held().filter(LeftBehind.class::isInstance).isPresent() ? new Ended(e.reason(), on) : state;
        };
    }

    default Optional<Held> held() {
        return switch (this) {
            case Held held -> Optional.of(held);
            case UnderReview review -> review.held();
            case NotScreened _, Neither _, Ended _ -> Optional.empty();
        };
    }

    default Optional<LocalDate> lastDay() {
        return switch (this) {
            case NotScreened _ -> Optional.empty();
            case Held held -> Optional.of(held.asOf());
            case Neither neither -> Optional.of(neither.asOf());
            case UnderReview review -> Optional.of(review.asOf());
            case Ended ended -> Optional.of(ended.asOf());
        };
    }

    /** Empty before the first screening and after a status ended. */
    default Optional<ScreenedStatus> status() {
        return switch (this) {
            case Migrant _ -> Optional.of(ScreenedStatus.MIGRANT);
            case LeftBehind _ -> Optional.of(ScreenedStatus.LEFT_BEHIND);
            case Neither _ -> Optional.of(ScreenedStatus.NEITHER);
            case UnderReview _ -> Optional.of(ScreenedStatus.UNDER_REVIEW);
            case NotScreened _, Ended _ -> Optional.empty();
        };
    }

    private static ScreeningState reconfirmed(ScreeningState state, ScreenedStatus status, LocalDate on) {
        return switch (state) {
            case Migrant held when status == ScreenedStatus.MIGRANT -> new Migrant(held.band(), held.since(), on);
            case LeftBehind held
            when status == ScreenedStatus.LEFT_BEHIND -> new LeftBehind(held.reason(), held.since(), on);
            case Neither _ when status == ScreenedStatus.NEITHER -> new Neither(on);
            case Migrant _, LeftBehind _, Neither _, NotScreened _, UnderReview _, Ended _ -> state;
        };
    }

    private static Optional<LocalDate> sinceAsMigrant(ScreeningState state, MigrantBand band) {
        return state.held()
                .filter(held -> held instanceof Migrant migrant && migrant.band() == band)
                .map(Held::since);
    }

    private static Optional<LocalDate> sinceAsLeftBehind(ScreeningState state) {
        return state.held().filter(LeftBehind.class::isInstance).map(Held::since);
    }
}
