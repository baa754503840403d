package org.huhang.kernel.area.screening;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.util.Optional;
import org.huhang.kernel.area.screening.ScreeningEvent.LeftBehindStatusEnded;
import org.huhang.kernel.area.screening.ScreeningEvent.MigrantStatusEnded;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreenedAsLeftBehind;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreenedAsMigrant;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreenedOut;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreeningReconfirmed;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreeningReferredToReview;
import org.huhang.kernel.value.LeftBehindReason;
import org.huhang.kernel.value.MigrantBand;
import org.huhang.kernel.value.ScreenedStatus;
import org.huhang.kernel.value.SourceAgency;
import org.huhang.kernel.value.StatusEndReason;

/**
 * What screening holds of a child. {@code asOf} is the day the last fact of screening speaks of. Facts are named by their
 * versions: {@code found} for the one that first said so, {@code evaluation} for the last one that evaluated.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
public sealed interface ScreeningState {

    @JsonTypeName("NOT_SCREENED")
    record NotScreened() implements ScreeningState {}

    /** A status that counts until it is ended. {@code since} is the day it was first found. */
    sealed interface Held extends ScreeningState {

        LocalDate since();

        LocalDate asOf();

        /** By when screening is to be repeated. */
        Optional<LocalDate> reconfirmBy();

        long found();

        long evaluation();

        ScreenedStatus which();

        ScreeningEvent ended(StatusEndReason reason, LocalDate on);
    }

    @JsonTypeName("MIGRANT")
    record Migrant(
            MigrantBand band,
            LocalDate since,
            LocalDate asOf,
            Optional<LocalDate> reconfirmBy,
            long found,
            long evaluation)
            implements Held {

        @Override
        public ScreenedStatus which() {
            return ScreenedStatus.MIGRANT;
        }

        @Override
        public ScreeningEvent ended(StatusEndReason reason, LocalDate on) {
            return new MigrantStatusEnded(reason, on);
        }
    }

    @JsonTypeName("LEFT_BEHIND")
    record LeftBehind(
            LeftBehindReason reason,
            LocalDate since,
            LocalDate asOf,
            Optional<LocalDate> reconfirmBy,
            long found,
            long evaluation)
            implements Held {

        @Override
        public ScreenedStatus which() {
            return ScreenedStatus.LEFT_BEHIND;
        }

        @Override
        public ScreeningEvent ended(StatusEndReason reason, LocalDate on) {
            return new LeftBehindStatusEnded(reason, on);
        }
    }

    @JsonTypeName("NEITHER")
    record Neither(LocalDate since, LocalDate asOf, Optional<LocalDate> reconfirmBy, long found, long evaluation)
            implements ScreeningState {}

    /**
     * @param agency that screened
     * @param held the status found before; it counts until the person has decided
     */
    @JsonTypeName("UNDER_REVIEW")
    record UnderReview(SourceAgency agency, LocalDate asOf, Optional<Held> held, long referral)
            implements ScreeningState {}

    /** @param evaluation the last one of the status that ended */
    @JsonTypeName("ENDED")
    record Ended(ScreenedStatus was, StatusEndReason reason, LocalDate asOf, long evaluation)
            implements ScreeningState {}

    static ScreeningState initial() {
        return new NotScreened();
    }

    /**
     * Facts may come late: an end of a status that is not held, or a confirmation of one, changes nothing.
     *
     * @param fact version of the event
     */
    static ScreeningState evolve(ScreeningState state, ScreeningEvent event, long fact) {
        LocalDate on = event.effectiveOn();
        return switch (event) {
            case ScreenedAsMigrant e ->
                new Migrant(
                        e.band(),
                        state.sinceAsMigrant(e.band()).orElse(on),
                        on,
                        e.screening().reconfirmBy(),
                        fact,
                        fact);
            case ScreenedAsLeftBehind e ->
                new LeftBehind(
                        e.reason(),
                        state.since(ScreenedStatus.LEFT_BEHIND).orElse(on),
                        on,
                        e.screening().reconfirmBy(),
                        fact,
                        fact);
            case ScreenedOut e -> new Neither(on, on, e.screening().reconfirmBy(), fact, fact);
            case ScreeningReferredToReview e -> new UnderReview(e.screening().agency(), on, state.held(), fact);
            case ScreeningReconfirmed e -> state.reconfirmed(e, fact);
            case MigrantStatusEnded e -> state.ended(ScreenedStatus.MIGRANT, e.reason(), on);
            case LeftBehindStatusEnded e -> state.ended(ScreenedStatus.LEFT_BEHIND, e.reason(), on);
        };
    }

    /** Whether the status that it ends or confirms is held. */
    default boolean takes(ScreeningEvent event) {
        return switch (event) {
            case ScreeningReconfirmed e -> status().filter(e.status()::equals).isPresent();
            case MigrantStatusEnded _ -> holds(ScreenedStatus.MIGRANT);
            case LeftBehindStatusEnded _ -> holds(ScreenedStatus.LEFT_BEHIND);
            case ScreenedAsMigrant _, ScreenedAsLeftBehind _, ScreenedOut _, ScreeningReferredToReview _ -> true;
        };
    }

    private boolean holds(ScreenedStatus which) {
        return held().filter(held -> held.which() == which).isPresent();
    }

    /** The status that counts now, also while a person decides on another. */
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

    /** What was last found. Empty before the first screening and after a status ended. */
    default Optional<ScreenedStatus> status() {
        return switch (this) {
            case Held held -> Optional.of(held.which());
            case Neither _ -> Optional.of(ScreenedStatus.NEITHER);
            case UnderReview _ -> Optional.of(ScreenedStatus.UNDER_REVIEW);
            case NotScreened _, Ended _ -> Optional.empty();
        };
    }

    private ScreeningState reconfirmed(ScreeningReconfirmed e, long fact) {
        LocalDate on = e.effectiveOn();
        Optional<LocalDate> again = e.screening().reconfirmBy();
        return switch (this) {
            case Migrant it
            when e.status() == ScreenedStatus.MIGRANT ->
                new Migrant(it.band(), it.since(), on, again, it.found(), fact);
            case LeftBehind it
            when e.status() == ScreenedStatus.LEFT_BEHIND ->
                new LeftBehind(it.reason(), it.since(), on, again, it.found(), fact);
            case Neither it
            when e.status() == ScreenedStatus.NEITHER -> new Neither(it.since(), on, again, it.found(), fact);
            case Migrant _, LeftBehind _, Neither _, NotScreened _, UnderReview _, Ended _ -> this;
        };
    }

    /** Only the status held can end: an end recorded beside the status that replaced it changes nothing more. */
    private ScreeningState ended(ScreenedStatus which, StatusEndReason reason, LocalDate on) {
        return held().filter(held -> held.which() == which)
                .<ScreeningState>map(held -> new Ended(which, reason, on, held.evaluation()))
                .orElse(this);
    }

    private Optional<LocalDate> since(ScreenedStatus which) {
        return held().filter(held -> held.which() == which).map(Held::since);
    }

    private Optional<LocalDate> sinceAsMigrant(MigrantBand band) {
        return held().filter(held -> held instanceof Migrant migrant && migrant.band() == band)
                .map(Held::since);
    }
}
