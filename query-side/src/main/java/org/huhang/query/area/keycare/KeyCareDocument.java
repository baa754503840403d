package org.huhang.query.area.keycare;

import static org.huhang.query.area.Revealed.revealed;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.huhang.kernel.area.keycare.KeyCare;
import org.huhang.kernel.area.keycare.KeyCareEvent.HomeVisitAttempted;
import org.huhang.kernel.area.keycare.KeyCareEvent.HomeVisitRecorded;
import org.huhang.kernel.area.keycare.KeyCareEvent.KeyCareDelisted;
import org.huhang.kernel.value.DelistReason;
import org.huhang.kernel.value.KeyCareGround;
import org.huhang.kernel.value.PolicyEditionId;
import org.huhang.kernel.value.RiskLevel;
import org.huhang.query.area.ToldFacts;
import org.jspecify.annotations.Nullable;

/**
 * @param attempts to visit a listed child since it was last seen, by day
 * @param notSeenSince day of the attempt with which there were as many as call for a search; null until then
 */
public record KeyCareDocument(
        Status status,
        Set<KeyCareGround> grounds,
        @Nullable RiskLevel risk,
        @Nullable LocalDate listedOn,
        @Nullable LocalDate nextVisitDue,
        @Nullable PolicyEditionId cadence,
        @Nullable LocalDate delistedOn,
        @Nullable DelistReason delistReason,
        @Nullable String note,
        @Nullable VisitDocument lastVisit,
        List<AttemptDocument> attempts,
        @Nullable LocalDate notSeenSince) {

    public enum Status {
        NEVER_LISTED,
        LISTED,
        DELISTED
    }

    public record VisitDocument(
            LocalDate on,
            String visitor,
            String seen,
            @Nullable String childView,
            RiskLevel risk) {}

    public record AttemptDocument(LocalDate on, String visitor, String found) {}

    public static KeyCareDocument of(KeyCare care, ToldFacts facts) {
        VisitDocument visit = care.lastVisit().map(last -> visit(last, facts)).orElse(null);
        return switch (care.listing()) {
            case KeyCare.NeverListed _ ->
                new KeyCareDocument(
                        Status.NEVER_LISTED,
                        Set.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        visit,
                        List.of(),
                        null);
            case KeyCare.Listed listed ->
                new KeyCareDocument(
                        Status.LISTED,
                        listed.grounds(),
                        listed.risk(),
                        listed.since(),
                        listed.nextVisit().by(),
                        listed.nextVisit().edition(),
                        null,
                        null,
                        null,
                        visit,
                        listed.attempts().stream()
                                .map(attempt -> attempt(attempt, facts))
                                .toList(),
                        listed.searchFrom().orElse(null));
            case KeyCare.Delisted delisted ->
                new KeyCareDocument(
                        Status.DELISTED,
                        Set.of(),
                        null,
                        null,
                        null,
                        null,
                        delisted.on(),
                        delisted.reason(),
                        revealed(facts.told(delisted.fact(), KeyCareDelisted.class)
                                .note()),
                        visit,
                        List.of(),
                        null);
        };
    }

    private static VisitDocument visit(KeyCare.Visit visit, ToldFacts facts) {
        HomeVisitRecorded told = facts.told(visit.fact(), HomeVisitRecorded.class);
        return new VisitDocument(
                visit.on(), told.visitor().reveal(), told.seen().reveal(), revealed(told.childView()), told.risk());
    }

    private static AttemptDocument attempt(KeyCare.Attempt attempt, ToldFacts facts) {
        HomeVisitAttempted told = facts.told(attempt.fact(), HomeVisitAttempted.class);
        return new AttemptDocument(
                attempt.on(), told.visitor().reveal(), told.found().reveal());
    }
}
