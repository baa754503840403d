package org.huhang.query.area.screening;

import static org.huhang.query.area.Revealed.names;
import static org.huhang.query.area.Revealed.revealed;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huhang.kernel.area.screening.ScreeningEvent;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreenedAsLeftBehind;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreenedAsMigrant;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreenedOut;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreeningReferredToReview;
import org.huhang.kernel.area.screening.ScreeningState;
import org.huhang.kernel.area.screening.ScreeningState.Held;
import org.huhang.kernel.division.DivisionEdition;
import org.huhang.kernel.value.Finding;
import org.huhang.kernel.value.LeftBehindReason;
import org.huhang.kernel.value.MigrantBand;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.PolicyEditionId;
import org.huhang.kernel.value.ReviewReason;
import org.huhang.kernel.value.ScreenedOutReason;
import org.huhang.kernel.value.ScreenedStatus;
import org.huhang.kernel.value.Screening;
import org.huhang.kernel.value.SourceAgency;
import org.huhang.kernel.value.StatusEndReason;
import org.huhang.query.area.ToldFacts;
import org.jspecify.annotations.Nullable;

/**
 * @param reasons for a left-behind child, one screened out, or a review
 * @param held the status that counts now, also while another is under review
 * @param band of a migrant status held
 * @param ended the status that ended
 */
public record ScreeningDocument(
        Status status,
        @Nullable LocalDate since,
        @Nullable ScreenedStatus held,
        @Nullable MigrantBand band,

        @Schema(oneOf = {LeftBehindReason.class, ScreenedOutReason.class, ReviewReason.class})
        List<String> reasons,

        @Nullable ScreenedStatus ended,
        @Nullable StatusEndReason endReason,
        @Nullable String note,
        @Nullable EvaluationDocument evaluation) {

    public enum Status {
        NOT_SCREENED,
        MIGRANT,
        LEFT_BEHIND,
        NEITHER,
        UNDER_REVIEW,
        ENDED
    }

    public record EvaluationDocument(
            PolicyEditionId edition,
            DivisionEdition divisionEdition,
            LocalDate assessedOn,
            SourceAgency agency,
            boolean decidedByPerson,
            @Nullable LocalDate reconfirmBy,
            List<FindingDocument> findings) {}

    public record FindingDocument(
            String criterion, Finding.Outcome outcome, String legalBasis, Map<String, String> observed) {}

    public static ScreeningDocument of(ScreeningState state, ToldFacts facts) {
        return switch (state) {
            case ScreeningState.NotScreened _ ->
                of(state, Status.NOT_SCREENED, null, List.of(), Optional.empty(), null);
            case ScreeningState.Migrant s ->
                of(
                        s,
                        Status.MIGRANT,
                        s.since(),
                        List.of(),
                        facts.told(s.found(), ScreenedAsMigrant.class).note(),
                        evaluation(s.evaluation(), facts));
            case ScreeningState.LeftBehind s ->
                of(
                        s,
                        Status.LEFT_BEHIND,
                        s.since(),
                        List.of(s.reason()),
                        facts.told(s.found(), ScreenedAsLeftBehind.class).note(),
                        evaluation(s.evaluation(), facts));
            case ScreeningState.Neither s -> {
                ScreenedOut found = facts.told(s.found(), ScreenedOut.class);
                yield of(
                        s, Status.NEITHER, s.since(), found.reasons(), found.note(), evaluation(s.evaluation(), facts));
            }
            case ScreeningState.UnderReview s ->
                of(
                        s,
                        Status.UNDER_REVIEW,
                        s.asOf(),
                        facts.told(s.referral(), ScreeningReferredToReview.class)
                                .reasons(),
                        Optional.empty(),
                        evaluation(s.referral(), facts));
            case ScreeningState.Ended s ->
                new ScreeningDocument(
                        Status.ENDED,
                        s.asOf(),
                        null,
                        null,
                        List.of(),
                        s.was(),
                        s.reason(),
                        null,
                        evaluation(s.evaluation(), facts));
        };
    }

    private static ScreeningDocument of(
            ScreeningState state,
            Status status,
            LocalDate since,
            Collection<? extends Enum<?>> reasons,
            Optional<Narrative> note,
            EvaluationDocument evaluation) {
        return new ScreeningDocument(
                status,
                since,
                state.held().map(Held::which).orElse(null),
                state.held().map(ScreeningDocument::band).orElse(null),
                names(reasons),
                null,
                null,
                revealed(note),
                evaluation);
    }

    private static MigrantBand band(Held held) {
        return switch (held) {
            case ScreeningState.Migrant migrant -> migrant.band();
            case ScreeningState.LeftBehind _ -> null;
        };
    }

    private static EvaluationDocument evaluation(long fact, ToldFacts facts) {
        Screening screening = facts.told(fact, ScreeningEvent.class).evaluated().orElseThrow();
        return new EvaluationDocument(
                screening.edition(),
                screening.divisionEdition(),
                screening.assessedOn(),
                screening.agency(),
                screening.decidedByPerson(),
                screening.reconfirmBy().orElse(null),
                screening.findings().stream().map(ScreeningDocument::finding).toList());
    }

    private static FindingDocument finding(Finding finding) {
        return new FindingDocument(
                finding.criterion(), finding.outcome(), finding.legalBasis(), new TreeMap<>(finding.observed()));
    }
}
