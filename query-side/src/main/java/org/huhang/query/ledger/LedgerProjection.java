package org.huhang.query.ledger;

import java.util.List;
import java.util.Optional;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.area.file.FileEvent;
import org.huhang.kernel.area.guardianship.GuardianshipEvent;
import org.huhang.kernel.area.keycare.KeyCareEvent;
import org.huhang.kernel.area.screening.ScreeningEvent;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.ScreenedStatus;
import org.huhang.query.Projection;
import org.huhang.query.rows.Rows;
import org.huhang.query.rows.Table;
import org.springframework.stereotype.Component;

/** Keeps one row a child: what the ledger shows of it, as last recorded; and each row that was on the ledger before. */
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
    public int revision() {
        return 3;
    }

    @Override
    public boolean keepsScopes() {
        return true;
    }

    @Override
    public boolean bears(Class<? extends CaseEvent> type) {
        return type != FileEvent.LivingArrangementRecorded.class
                && type != FileEvent.IdentityDocumentAttached.class
                && type != ScreeningEvent.ScreeningReconfirmed.class
                && type != GuardianshipEvent.ReturnAssessed.class;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(Child.TABLE, Former.TABLE);
    }

    @Override
    public void apply(Recorded fact, Rows rows) {
        Optional<Child> before = rows.one(Child.TABLE);
        if (before.isEmpty() && fact.event() instanceof FileEvent.ChildRegistered e) {
            Child child = Child.registered(
                    of(e.identity()), at(e.residence().division()), at(e.hukou().division()));
            rows.put(Child.TABLE, child.since(rows.knownFrom()));
        }
        before.ifPresent(child -> replace(child, after(fact, child), rows));
    }

    private static void replace(Child before, Child after, Rows rows) {
        if (!after.equals(before)) {
            before.shown()
                    .filter(_ -> before.knownFrom() < rows.knownFrom())
                    .ifPresent(listing -> rows.put(Former.TABLE, new Former(before, listing, rows.knownFrom())));
            rows.put(Child.TABLE, after.since(rows.knownFrom()));
        }
    }

    private Child after(Recorded fact, Child child) {
        return switch (fact.event()) {
            case FileEvent e -> file(fact, e, child);
            case ScreeningEvent e -> screening(e, child);
            case KeyCareEvent e -> child.listed(keyCare(e, child.listing()));
            case GuardianshipEvent e -> child.in(guardianship(e, child.care()));
        };
    }

    private Child file(Recorded fact, FileEvent event, Child child) {
        return switch (event) {
            case FileEvent.ChildRegistered _ -> child;
            case FileEvent.IdentityCorrected e -> child.with(of(e.identity()));
            case FileEvent.ResidenceMoved e -> child.livingAt(at(e.to().division()));
            case FileEvent.HukouMoved e -> child.registeredAt(at(e.to().division()));
            case FileEvent.CasesMerged e -> e.absorbed().equals(fact.caseId()) ? child.absorbed(true) : child;
            case FileEvent.CasesUnmerged e -> e.absorbed().equals(fact.caseId()) ? child.absorbed(false) : child;
            case FileEvent.CaseClosed _ -> child.closed(true);
            case FileEvent.CaseReopened _ -> child.closed(false);
            case FileEvent.LivingArrangementRecorded _, FileEvent.IdentityDocumentAttached _ -> child;
        };
    }

    private static Child screening(ScreeningEvent event, Child child) {
        return switch (event) {
            case ScreeningEvent.ScreenedAsMigrant _ -> child.screened(ScreenedStatus.MIGRANT, ScreenedStatus.MIGRANT);
            case ScreeningEvent.ScreenedAsLeftBehind _ ->
                child.screened(ScreenedStatus.LEFT_BEHIND, ScreenedStatus.LEFT_BEHIND);
            case ScreeningEvent.ScreenedOut _ -> child.screened(ScreenedStatus.NEITHER, null);
            case ScreeningEvent.ScreeningReferredToReview _ ->
                child.screened(ScreenedStatus.UNDER_REVIEW, child.held());
            case ScreeningEvent.ScreeningReconfirmed _ -> child;
            case ScreeningEvent.MigrantStatusEnded _ -> ended(ScreenedStatus.MIGRANT, child);
            case ScreeningEvent.LeftBehindStatusEnded _ -> ended(ScreenedStatus.LEFT_BEHIND, child);
        };
    }

    private static Child ended(ScreenedStatus status, Child child) {
        return child.held() == status ? child.screened(null, null) : child;
    }

    private static Optional<Listing> keyCare(KeyCareEvent event, Optional<Listing> listing) {
        return switch (event) {
            case KeyCareEvent.KeyCareListed e -> Optional.of(Listing.begin(e));
            case KeyCareEvent.KeyCareReassessed e -> listing.map(it -> it.reassessed(e));
            case KeyCareEvent.KeyCareDelisted _ -> Optional.empty();
            case KeyCareEvent.HomeVisitRecorded e -> listing.map(it -> it.visited(e));
        };
    }

    private static Child.Care guardianship(GuardianshipEvent event, Child.Care care) {
        return switch (event) {
            case GuardianshipEvent.GuardianshipLapsed e -> Child.Care.since(CareState.LAPSED, e.effectiveOn());
            case GuardianshipEvent.TemporaryCareAssigned e ->
                new Child.Care(CareState.TEMPORARY_CARE, e.effectiveOn(), e.mode(), e.reviewBy(), e.oneYearMark());
            case GuardianshipEvent.TemporaryCareReviewed e ->
                care.state() == CareState.TEMPORARY_CARE
                        ? new Child.Care(care.state(), care.since(), care.mode(), e.nextReviewBy(), care.oneYearMark())
                        : care;
            case GuardianshipEvent.ReturnedToGuardian e -> Child.Care.since(CareState.GUARDED, e.effectiveOn());
            case GuardianshipEvent.LongTermGuardianshipAssumed e ->
                Child.Care.since(CareState.LONG_TERM_GUARDIANSHIP, e.effectiveOn());
            case GuardianshipEvent.ReturnAssessed _ -> care;
        };
    }

    private static Child.Particulars of(ChildIdentity identity) {
        return new Child.Particulars(identity.name().reveal(), identity.sex(), identity.birthDate());
    }

    private Child.Home at(DivisionRef place) {
        return new Child.Home(
                place.code().digits(), divisions.affiliation(place.code()).scope());
    }
}
