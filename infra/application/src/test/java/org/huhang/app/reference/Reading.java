package org.huhang.app.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.huhang.app.reference.Papers.Paper;
import org.huhang.app.reference.Picture.Guard;
import org.huhang.app.reference.Picture.Life;
import org.huhang.app.reference.Picture.Listing;
import org.huhang.app.reference.Picture.School;
import org.huhang.app.reference.Picture.Screened;
import org.huhang.kernel.area.file.FileEvent.CaseClosed;
import org.huhang.kernel.area.file.FileEvent.CaseReopened;
import org.huhang.kernel.area.file.FileEvent.ChildRegistered;
import org.huhang.kernel.area.file.FileEvent.HukouMoved;
import org.huhang.kernel.area.file.FileEvent.LivingArrangementRecorded;
import org.huhang.kernel.area.file.FileEvent.ResidenceMoved;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.GuardianshipLapsed;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.LongTermGuardianshipAssumed;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.LongTermGuardianshipEnded;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.ReturnAssessed;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.ReturnedToGuardian;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.TemporaryCareAssigned;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.TemporaryCareChanged;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.TemporaryCareReviewed;
import org.huhang.kernel.area.keycare.KeyCareEvent.HomeVisitAttempted;
import org.huhang.kernel.area.keycare.KeyCareEvent.HomeVisitRecorded;
import org.huhang.kernel.area.keycare.KeyCareEvent.KeyCareDelisted;
import org.huhang.kernel.area.keycare.KeyCareEvent.KeyCareListed;
import org.huhang.kernel.area.keycare.KeyCareEvent.KeyCareReassessed;
import org.huhang.kernel.area.schooling.SchoolingEvent.DroppedOut;
import org.huhang.kernel.area.schooling.SchoolingEvent.ReturnedToSchool;
import org.huhang.kernel.area.schooling.SchoolingEvent.SchoolEnrolled;
import org.huhang.kernel.area.screening.ScreeningEvent.LeftBehindStatusEnded;
import org.huhang.kernel.area.screening.ScreeningEvent.MigrantStatusEnded;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreenedAsLeftBehind;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreenedAsMigrant;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreenedOut;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreeningReconfirmed;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreeningReferredToReview;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.CloseReason;
import org.huhang.kernel.value.DelistReason;
import org.huhang.kernel.value.KeyCareGround;
import org.huhang.kernel.value.RiskLevel;
import org.huhang.kernel.value.ScreenedStatus;

/** The clerk's finger goes down the papers, and each says what is otherwise from then on. */
final class Reading {

    private final Papers papers;
    private final Set<CaseId> openFiles = new HashSet<>();
    boolean absorbed;
    boolean closed;
    boolean inError;
    String residence;
    private LocalDate residenceSince;
    String hukou;
    private int guardians;

    private ScreenedStatus found;
    String held = "";
    private LocalDate foundSince;
    LocalDate reconfirmBy;
    LocalDate reviewSince;

    /** Which listing it is, counted from 1; those that turned out to be in error. */
    int listing;

    final Set<Integer> listedInError = new HashSet<>();
    LocalDate listedSince;
    Set<String> grounds = Set.of();
    private String risk;
    private LocalDate lastVisit;
    LocalDate nextVisitDue;
    private int attempts;
    LocalDate searchSince;

    String guard = "GUARDED";
    private LocalDate guardSince;
    private String mode;
    LocalDate reviewBy;
    LocalDate oneYearMark;

    String school = "UNTOLD";
    LocalDate schoolSince;
    private String stage;
    private long dropoutTold;
    private final List<Paper> assessments = new ArrayList<>();

    Reading(Papers papers) {
        this.papers = papers;
    }

    /** The first registration tells of the days before it too, and once more of its own. */
    Reading upTo(LocalDate day, List<Paper> inOrder) {
        inOrder.stream()
                .filter(paper -> paper.says() instanceof ChildRegistered)
                .findFirst()
                .ifPresent(this::read);
        for (Paper paper : inOrder) {
            if (!paper.on().isAfter(day)) {
                read(paper);
            }
        }
        absorbed = papers.merged()
                .filter(merge -> !merge.event().effectiveOn().isAfter(day))
                .isPresent();
        return this;
    }

    /** Then it is neither open nor closed: it rests with all that it tells. */
    private boolean isAbsorbedBefore(Paper paper) {
        return papers.merged()
                .filter(merge -> merge.event().effectiveOn().isBefore(paper.on())
                        || merge.event().effectiveOn().isEqual(paper.on()) && merge.position() < paper.position())
                .isPresent();
    }

    Picture picture() {
        return new Picture(
                absorbed ? Life.ABSORBED : closed ? Life.CLOSED : Life.OPEN,
                papers.identity().orElseThrow().birthDate(),
                residence,
                residenceSince,
                hukou,
                guardians,
                new Screened(
                        reviewSince == null ? found : ScreenedStatus.UNDER_REVIEW,
                        held,
                        foundSince,
                        reconfirmBy,
                        reviewSince),
                listedSince == null
                        ? Optional.empty()
                        : Optional.of(new Listing(grounds, risk, listedSince, lastVisit, nextVisitDue, searchSince)),
                new Guard(guard, guardSince, mode, reviewBy, oneYearMark),
                new School(school, schoolSince, stage));
    }

    /** An assessment that was made after it was told that the child had dropped out, of that day or a later one. */
    boolean assessedSinceTheDropout() {
        return assessments.stream()
                .anyMatch(paper -> paper.position() > dropoutTold && !paper.on().isBefore(schoolSince));
    }

    private void read(Paper paper) {
        LocalDate on = paper.on();
        switch (paper.says()) {
            case ChildRegistered it -> {
                openFiles.add(paper.file());
                closed = false;
                if (!it.residence().division().code().digits().equals(residence)) {
                    residence = it.residence().division().code().digits();
                    residenceSince = it.residence().since();
                }
                hukou = it.hukou().division().code().digits();
                guardians = it.guardians().size();
            }
            case CaseReopened _ -> {
                openFiles.add(paper.file());
                closed = false;
            }
            case CaseClosed it -> {
                openFiles.removeIf(file -> papers.isUnder(file, paper.file(), paper.position()));
                if (openFiles.isEmpty() && !closed && !isAbsorbedBefore(paper)) {
                    closed = true;
                    inError = it.reason() == CloseReason.REGISTERED_IN_ERROR;
                }
            }
            default -> {
                if (!closed || isAbsorbedBefore(paper)) {
                    readOfAnOpenCase(paper, on);
                }
            }
        }
    }

    private void readOfAnOpenCase(Paper paper, LocalDate on) {
        switch (paper.says()) {
            case ResidenceMoved it -> {
                residence = it.to().division().code().digits();
                residenceSince = it.to().since();
            }
            case HukouMoved it -> hukou = it.to().division().code().digits();
            case LivingArrangementRecorded it -> guardians = it.guardians().size();

            case ScreenedAsMigrant it ->
                hold(
                        "MIGRANT " + it.band(),
                        ScreenedStatus.MIGRANT,
                        on,
                        it.screening().reconfirmBy());
            case ScreenedAsLeftBehind it ->
                hold(
                        "LEFT_BEHIND",
                        ScreenedStatus.LEFT_BEHIND,
                        on,
                        it.screening().reconfirmBy());
            case ScreenedOut it -> {
                noStatus();
                found = ScreenedStatus.NEITHER;
                foundSince = on;
                reconfirmBy = it.screening().reconfirmBy().orElse(null);
            }
            case ScreeningReferredToReview _ -> {
                if (held.isEmpty()) {
                    noStatus();
                }
                reviewSince = on;
            }
            case ScreeningReconfirmed it -> {
                if (reviewSince == null && it.status() == found) {
                    reconfirmBy = it.screening().reconfirmBy().orElse(null);
                }
            }
            case MigrantStatusEnded _ -> {
                if (held.startsWith("MIGRANT")) {
                    noStatus();
                }
            }
            case LeftBehindStatusEnded _ -> {
                if (held.equals("LEFT_BEHIND")) {
                    noStatus();
                }
            }

            case KeyCareListed it -> {
                if (listedSince == null) {
                    listing++;
                    listedSince = on;
                    lastVisit = null;
                    seen();
                    assessed(paper, it.grounds(), it.risk().name(), it.nextVisitDue());
                } else {
                    listedBesides(paper, it);
                }
            }
            case KeyCareReassessed it -> {
                if (listedSince != null) {
                    assessed(paper, it.grounds(), it.risk().name(), it.nextVisitDue());
                }
            }
            case KeyCareDelisted it -> {
                if (listedSince != null && it.reason() == DelistReason.LISTED_IN_ERROR) {
                    listedInError.add(listing);
                }
                listedSince = null;
            }
            case HomeVisitRecorded it -> {
                if (listedSince != null) {
                    lastVisit = on;
                    risk = it.risk().name();
                    nextVisitDue = it.nextVisitDue();
                    seen();
                }
            }
            case HomeVisitAttempted it -> {
                if (listedSince != null && !on.equals(lastVisit)) {
                    attempts++;
                    if (searchSince == null && attempts >= it.searchAfter()) {
                        searchSince = on;
                    }
                }
            }

            case GuardianshipLapsed _ -> {
                if (guard.equals("GUARDED")) {
                    guard("LAPSED", on);
                }
            }
            case TemporaryCareAssigned it -> {
                if (!guard.equals("GUARDED")) {
                    if (!guard.equals("TEMPORARY_CARE")) {
                        guard("TEMPORARY_CARE", on);
                        oneYearMark = it.oneYearMark();
                    }
                    mode = it.mode().name();
                    reviewBy = it.reviewBy();
                }
            }
            case TemporaryCareChanged it -> {
                if (guard.equals("TEMPORARY_CARE")) {
                    mode = it.mode().name();
                    reviewBy = it.reviewBy();
                }
            }
            case TemporaryCareReviewed it -> {
                if (guard.equals("TEMPORARY_CARE")) {
                    reviewBy = it.nextReviewBy();
                }
            }
            case ReturnAssessed _ -> {}
            case ReturnedToGuardian _ -> {
                if (!guard.equals("GUARDED")) {
                    guard("GUARDED", on);
                }
            }
            case LongTermGuardianshipAssumed _ -> {
                if (!guard.equals("GUARDED") && !guard.equals("LONG_TERM_GUARDIANSHIP")) {
                    guard("LONG_TERM_GUARDIANSHIP", on);
                }
            }
            case LongTermGuardianshipEnded _ -> {
                if (guard.equals("LONG_TERM_GUARDIANSHIP")) {
                    guard("GUARDED", on);
                }
            }

            case SchoolEnrolled it -> {
                stage = it.stage().name();
                goes("AT_SCHOOL", on);
            }
            case DroppedOut _ -> {
                if (!school.equals("OUT_OF_SCHOOL")) {
                    goes("OUT_OF_SCHOOL", on);
                    dropoutTold = paper.position();
                }
            }
            case ReturnedToSchool _ -> {
                if (!school.equals("AT_SCHOOL")) {
                    goes("AT_SCHOOL", on);
                }
            }
            default ->
                throw new IllegalArgumentException(
                        "No paper of the kind was seen before: " + paper.says().getClass());
        }
    }

    private void hold(String status, ScreenedStatus as, LocalDate on, Optional<LocalDate> again) {
        foundSince = status.equals(held) ? foundSince : on;
        held = status;
        found = as;
        reconfirmBy = again.orElse(null);
        reviewSince = null;
    }

    private void noStatus() {
        held = "";
        found = null;
        foundSince = null;
        reconfirmBy = null;
        reviewSince = null;
    }

    /** On these grounds as well, at the higher risk, to be visited by the earlier day. */
    private void listedBesides(Paper paper, KeyCareListed besides) {
        Set<KeyCareGround> all = new HashSet<>(besides.grounds());
        grounds.forEach(ground -> all.add(KeyCareGround.valueOf(ground)));
        RiskLevel higher = RiskLevel.values()[
                Math.min(besides.risk().ordinal(), RiskLevel.valueOf(risk).ordinal())];
        LocalDate earlier = besides.nextVisitDue().isBefore(nextVisitDue) ? besides.nextVisitDue() : nextVisitDue;
        assessed(paper, all, higher.name(), earlier);
    }

    private void assessed(Paper paper, Set<KeyCareGround> on, String at, LocalDate visitBy) {
        grounds = new TreeSet<>();
        on.forEach(ground -> grounds.add(ground.name()));
        risk = at;
        nextVisitDue = visitBy;
        assessments.add(paper);
    }

    private void seen() {
        attempts = 0;
        searchSince = null;
    }

    private void guard(String now, LocalDate on) {
        guard = now;
        guardSince = on;
        mode = null;
        reviewBy = null;
        oneYearMark = null;
    }

    private void goes(String where, LocalDate on) {
        school = where;
        schoolSince = on;
    }
}
