package org.huhang.query.ledger;

import java.util.Map;
import java.util.Set;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.event.FileEvent;
import org.huhang.kernel.event.GuardianshipEvent;
import org.huhang.kernel.event.KeyCareEvent;
import org.huhang.kernel.event.ScreeningEvent;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.KeyCareGround;
import org.huhang.kernel.value.ScreenedStatus;
import org.huhang.query.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps one row a child: what the ledger shows of it, as last recorded. */
@Component
class LedgerProjection implements Projection {

    static final String NAME = "ledger";

    private final Divisions divisions;

    LedgerProjection(Divisions divisions) {
        this.divisions = divisions;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void apply(Recorded fact, JdbcClient tables) {
        Child child = new Child(fact, tables);
        switch (fact.event()) {
            case FileEvent e -> file(e, child);
            case ScreeningEvent e -> screening(e, child);
            case KeyCareEvent e -> keyCare(e, child);
            case GuardianshipEvent e -> guardianship(e, child);
        }
    }

    /** The row of the case that a fact is about. */
    private record Child(Recorded fact, JdbcClient tables) {

        void set(String assignments, Map<String, Object> values) {
            tables.sql("UPDATE child SET " + assignments)
                    .param("caseId", fact.caseId().value())
                    .params(values)
                    .update();
        }
    }

    private void file(FileEvent event, Child child) {
        switch (event) {
            case FileEvent.ChildRegistered e -> register(e, child);
            case FileEvent.IdentityCorrected e ->
                child.set(
                        "name = :name, sex = :sex, birth_date = :birthDate WHERE case_id = :caseId",
                        identity(e.identity()));
            case FileEvent.ResidenceMoved e ->
                child.set(
                        "residence = :residence, residence_scope = :residenceScope WHERE case_id = :caseId",
                        place("residence", e.to().division().code()));
            case FileEvent.HukouMoved e ->
                child.set(
                        "hukou = :hukou, hukou_scope = :hukouScope WHERE case_id = :caseId",
                        place("hukou", e.to().division().code()));
            case FileEvent.CasesMerged e ->
                child.set(
                        "absorbed = true WHERE case_id = :caseId AND case_id = :absorbed",
                        Map.of("absorbed", e.absorbed().value()));
            case FileEvent.CasesUnmerged e ->
                child.set(
                        "absorbed = false WHERE case_id = :caseId AND case_id = :absorbed",
                        Map.of("absorbed", e.absorbed().value()));
            case FileEvent.CaseClosed _ -> child.set("closed = true WHERE case_id = :caseId", Map.of());
            case FileEvent.CaseReopened _ -> child.set("closed = false WHERE case_id = :caseId", Map.of());
            case FileEvent.LivingArrangementRecorded _, FileEvent.IdentityDocumentAttached _ -> {}
        }
    }

    private void register(FileEvent.ChildRegistered event, Child child) {
        child.tables()
                .sql("""
                        INSERT INTO child (case_id, name, sex, birth_date, residence, residence_scope, hukou, hukou_scope)
                        VALUES (:caseId, :name, :sex, :birthDate, :residence, :residenceScope, :hukou, :hukouScope)
                        ON CONFLICT (case_id) DO NOTHING""")
                .param("caseId", child.fact().caseId().value())
                .params(identity(event.identity()))
                .params(place("residence", event.residence().division().code()))
                .params(place("hukou", event.hukou().division().code()))
                .update();
    }

    private static void screening(ScreeningEvent event, Child child) {
        switch (event) {
            case ScreeningEvent.ScreenedAsMigrant _ -> held(ScreenedStatus.MIGRANT, child);
            case ScreeningEvent.ScreenedAsLeftBehind _ -> held(ScreenedStatus.LEFT_BEHIND, child);
            case ScreeningEvent.ScreenedOut _ ->
                child.set("screening = 'NEITHER', held = NULL WHERE case_id = :caseId", Map.of());
            case ScreeningEvent.ScreeningReferredToReview _ ->
                child.set("screening = 'UNDER_REVIEW' WHERE case_id = :caseId", Map.of());
            case ScreeningEvent.ScreeningReconfirmed _ -> {}
            case ScreeningEvent.MigrantStatusEnded _ -> ended(ScreenedStatus.MIGRANT, child);
            case ScreeningEvent.LeftBehindStatusEnded _ -> ended(ScreenedStatus.LEFT_BEHIND, child);
        }
    }

    private static void held(ScreenedStatus status, Child child) {
        child.set("screening = :status, held = :status WHERE case_id = :caseId", Map.of("status", status.name()));
    }

    private static void ended(ScreenedStatus status, Child child) {
        child.set(
                "screening = NULL, held = NULL WHERE case_id = :caseId AND held = :status",
                Map.of("status", status.name()));
    }

    private static void keyCare(KeyCareEvent event, Child child) {
        switch (event) {
            case KeyCareEvent.KeyCareListed e ->
                child.set(
                        """
                        grounds = :grounds, risk = :risk, listed_on = :on, last_visit = NULL, next_visit_due = :due,
                        last_change = :on
                        WHERE case_id = :caseId""",
                        Map.of(
                                "grounds", names(e.grounds()),
                                "risk", e.risk().name(),
                                "on", e.effectiveOn(),
                                "due", e.nextVisitDue()));
            case KeyCareEvent.KeyCareReassessed e ->
                child.set(
                        """
                        grounds = :grounds, risk = :risk, next_visit_due = :due, last_change = :on
                        WHERE case_id = :caseId AND listed_on IS NOT NULL""",
                        Map.of(
                                "grounds", names(e.grounds()),
                                "risk", e.risk().name(),
                                "on", e.effectiveOn(),
                                "due", e.nextVisitDue()));
            case KeyCareEvent.KeyCareDelisted _ -> child.set("""
                        grounds = NULL, risk = NULL, listed_on = NULL, last_visit = NULL, next_visit_due = NULL,
                        last_change = NULL
                        WHERE case_id = :caseId""", Map.of());
            case KeyCareEvent.HomeVisitRecorded e ->
                child.set("""
                        risk = CASE WHEN :on < last_change THEN risk ELSE :risk END,
                        next_visit_due = CASE WHEN :on < last_change THEN next_visit_due ELSE :due END,
                        last_visit = greatest(last_visit, :on), last_change = greatest(last_change, :on)
                        WHERE case_id = :caseId AND listed_on IS NOT NULL""", Map.of("risk", e.risk().name(), "on", e.effectiveOn(), "due", e.nextVisitDue()));
        }
    }

    private static void guardianship(GuardianshipEvent event, Child child) {
        switch (event) {
            case GuardianshipEvent.GuardianshipLapsed _ -> care(CareState.LAPSED, child);
            case GuardianshipEvent.TemporaryCareAssigned e ->
                child.set(
                        """
                        care = 'TEMPORARY_CARE', care_since = :on, care_mode = :mode, review_by = :reviewBy,
                        one_year_mark = :oneYearMark WHERE case_id = :caseId""",
                        Map.of(
                                "on", e.effectiveOn(),
                                "mode", e.mode().name(),
                                "reviewBy", e.reviewBy(),
                                "oneYearMark", e.oneYearMark()));
            case GuardianshipEvent.TemporaryCareReviewed e ->
                child.set(
                        "review_by = :reviewBy WHERE case_id = :caseId AND care = 'TEMPORARY_CARE'",
                        Map.of("reviewBy", e.nextReviewBy()));
            case GuardianshipEvent.ReturnedToGuardian _ -> care(CareState.GUARDED, child);
            case GuardianshipEvent.LongTermGuardianshipAssumed _ -> care(CareState.LONG_TERM_GUARDIANSHIP, child);
            case GuardianshipEvent.ReturnAssessed _ -> {}
        }
    }

    /** A state without the particulars of temporary care. */
    private static void care(CareState state, Child child) {
        child.set("""
                care = :care, care_since = :on, care_mode = NULL, review_by = NULL, one_year_mark = NULL
                WHERE case_id = :caseId""", Map.of("care", state.name(), "on", child.fact().event().effectiveOn()));
    }

    private static Map<String, Object> identity(ChildIdentity identity) {
        return Map.of(
                "name", identity.name().reveal(),
                "sex", identity.sex().name(),
                "birthDate", identity.birthDate());
    }

    private Map<String, Object> place(String name, DivisionCode code) {
        return Map.of(
                name, code.digits(), name + "Scope", divisions.current(code).digits());
    }

    private static String[] names(Set<KeyCareGround> grounds) {
        return grounds.stream().map(Enum::name).toArray(String[]::new);
    }
}
