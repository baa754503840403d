package org.huhang.query.kit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huhang.kernel.area.file.FileEvent.*;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.*;
import org.huhang.kernel.area.keycare.KeyCareEvent.*;
import org.huhang.kernel.area.screening.ScreeningEvent.*;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.DivisionEdition;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.value.*;
import org.junit.platform.commons.support.ReflectionSupport;

/** Facts of an invented child, 李明, born 2012-05-20, living in 330109 and registered in 640104. */
public final class Happenings {

    public static final LocalDate BORN = LocalDate.of(2012, 5, 20);
    private static final DivisionEdition EDITION = DivisionEdition.of("202412");
    private static final PolicyEditionId POLICY = PolicyEditionId.of("NATIONAL-2024");

    /** Facts of one area, written beside its tests; found wherever they stand. */
    public interface OfAnArea {

        /** One of each kind, of one day. */
        List<CaseEvent> all(String day);
    }

    private static final List<OfAnArea> AREAS =
            ReflectionSupport.findAllClassesInPackage(
                            "org.huhang.query.area", OfAnArea.class::isAssignableFrom, _ -> true)
                    .stream()
                    .map(type -> (OfAnArea) ReflectionSupport.newInstance(type))
                    .toList();

    private Happenings() {}

    public static ChildRegistered registered(String on) {
        return registered(on, "330109101", "640104");
    }

    public static ChildRegistered registered(String on, String residence, String hukou) {
        return new ChildRegistered(
                identity("李明", BORN),
                new Hukou(place(hukou), HouseholdType.RURAL),
                new Residence(place(residence), Optional.of(Address.of("幸福路7号")), LocalDate.of(2023, 9, 1)),
                List.of(new Guardian(
                        Relation.MOTHER,
                        PersonName.of("王芳"),
                        Optional.of(Contact.of("13900000000")),
                        true,
                        GuardianAbility.ABLE,
                        Optional.empty())),
                SourceAgency.VILLAGE,
                LocalDate.parse(on));
    }

    public static ChildIdentity identity(String name, LocalDate born, IdentityDocument... papers) {
        return new ChildIdentity(PersonName.of(name), List.of(), Sex.MALE, born, List.of(papers));
    }

    public static IdentityDocument passport(String number) {
        return new IdentityDocument(DocumentType.PASSPORT, DocumentNumber.of(number), Optional.empty());
    }

    public static IdentityDocumentAttached attached(String number, String on) {
        return new IdentityDocumentAttached(passport(number), LocalDate.parse(on));
    }

    public static IdentityCorrected corrected(String on, String name, IdentityDocument... papers) {
        return new IdentityCorrected(identity(name, BORN, papers), Narrative.of("登记有误"), LocalDate.parse(on));
    }

    /** The birth date was wrong. */
    public static IdentityCorrected born(LocalDate day) {
        return new IdentityCorrected(identity("李明", day), Narrative.of("登记有误"), LocalDate.parse("2024-03-01"));
    }

    public static LivingArrangementRecorded livingAlone(String on) {
        return new LivingArrangementRecorded(List.of(), LocalDate.parse(on));
    }

    public static ResidenceMoved moved(String to, String on) {
        LocalDate day = LocalDate.parse(on);
        return new ResidenceMoved(new Residence(place(to), Optional.empty(), day), day);
    }

    public static HukouMoved hukouMoved(String to, String on) {
        return new HukouMoved(new Hukou(place(to), HouseholdType.URBAN), LocalDate.parse(on));
    }

    public static CasesMerged merged(CaseId survivor, CaseId absorbed, String on) {
        return new CasesMerged(survivor, absorbed, Narrative.of("同一儿童"), LocalDate.parse(on));
    }

    public static CasesUnmerged unmerged(CaseId survivor, CaseId absorbed, String on) {
        return new CasesUnmerged(survivor, absorbed, Narrative.of("实为两人"), LocalDate.parse(on));
    }

    public static CaseClosed closed(String on) {
        return new CaseClosed(CloseReason.NO_LONGER_IN_NEED, Optional.empty(), LocalDate.parse(on));
    }

    public static CaseReopened reopened(String on) {
        return new CaseReopened(Narrative.of("情况有变"), LocalDate.parse(on));
    }

    public static Screening screening(String on, String reconfirmBy) {
        return new Screening(
                POLICY,
                EDITION,
                LocalDate.parse(on),
                SourceAgency.EDUCATION,
                List.of(new Finding(
                        "MONTHS_OF_RESIDENCE",
                        Finding.Outcome.MET,
                        "民发〔2024〕35号 (四)",
                        Map.of("months", "7", "required", "6"))),
                Optional.ofNullable(reconfirmBy).map(LocalDate::parse),
                false);
    }

    public static ScreenedAsMigrant migrant(String on, String reconfirmBy) {
        return new ScreenedAsMigrant(
                screening(on, reconfirmBy), MigrantBand.COUNTY, Optional.empty(), LocalDate.parse(on));
    }

    public static ScreenedAsLeftBehind leftBehind(String on) {
        return new ScreenedAsLeftBehind(
                screening(on, null), LeftBehindReason.BOTH_PARENTS_AWAY, Optional.empty(), LocalDate.parse(on));
    }

    public static ScreenedOut screenedOut(String on) {
        return new ScreenedOut(
                screening(on, null),
                List.of(ScreenedOutReason.LESS_THAN_HALF_A_YEAR, ScreenedOutReason.PARENTS_NOT_AWAY),
                Optional.empty(),
                LocalDate.parse(on));
    }

    public static ScreeningReferredToReview toReview(String on) {
        return new ScreeningReferredToReview(
                screening(on, null), List.of(ReviewReason.CARER_IS_NOT_A_GUARDIAN), LocalDate.parse(on));
    }

    public static ScreeningReconfirmed reconfirmed(String on, String reconfirmBy) {
        return new ScreeningReconfirmed(screening(on, reconfirmBy), ScreenedStatus.MIGRANT, LocalDate.parse(on));
    }

    public static MigrantStatusEnded migrantEnded(String on) {
        return new MigrantStatusEnded(StatusEndReason.RETURNED, LocalDate.parse(on));
    }

    public static LeftBehindStatusEnded leftBehindEnded(String on) {
        return new LeftBehindStatusEnded(StatusEndReason.AGED_OUT, LocalDate.parse(on));
    }

    public static KeyCareListed listed(String on, String nextVisit) {
        return new KeyCareListed(
                Set.of(KeyCareGround.HARDSHIP, KeyCareGround.DISABILITY),
                RiskLevel.MEDIUM,
                LocalDate.parse(nextVisit),
                POLICY,
                LocalDate.parse(on));
    }

    public static KeyCareReassessed reassessed(String on, String nextVisit) {
        return new KeyCareReassessed(
                Set.of(KeyCareGround.HARDSHIP),
                RiskLevel.HIGH,
                LocalDate.parse(nextVisit),
                POLICY,
                LocalDate.parse(on));
    }

    public static KeyCareDelisted delisted(String on) {
        return new KeyCareDelisted(DelistReason.GROUNDS_ENDED, Optional.empty(), LocalDate.parse(on));
    }

    public static HomeVisitRecorded visited(String on, String nextVisit) {
        return new HomeVisitRecorded(
                PersonName.of("赵敏"),
                Narrative.of("家中整洁"),
                Optional.of(Narrative.of("想念爸爸")),
                RiskLevel.MEDIUM,
                LocalDate.parse(nextVisit),
                POLICY,
                LocalDate.parse(on));
    }

    public static GuardianshipLapsed lapsed(String on) {
        return new GuardianshipLapsed(LapseGround.GUARDIAN_MISSING, Narrative.of("母亲失联"), LocalDate.parse(on));
    }

    public static TemporaryCareAssigned temporaryCare(String on, String reviewBy, String oneYearMark) {
        return new TemporaryCareAssigned(
                CareMode.FOSTER_FAMILY,
                new Carer(PersonName.of("孙丽"), Optional.of(Contact.of("13800000000"))),
                LocalDate.parse(reviewBy),
                LocalDate.parse(oneYearMark),
                POLICY,
                LocalDate.parse(on));
    }

    public static TemporaryCareReviewed careReviewed(String on, String nextReviewBy) {
        return new TemporaryCareReviewed(
                Narrative.of("照料良好"), LocalDate.parse(nextReviewBy), POLICY, LocalDate.parse(on));
    }

    public static ReturnAssessed returnAssessed(String on) {
        return new ReturnAssessed(true, Narrative.of("母亲已能照料"), LocalDate.parse(on));
    }

    public static ReturnedToGuardian returned(String on) {
        return new ReturnedToGuardian(LocalDate.parse(on));
    }

    public static LongTermGuardianshipAssumed longTerm(String on) {
        return new LongTermGuardianshipAssumed(
                LongTermGround.PARENTS_NOT_FOUND, Narrative.of("多方查找未果"), LocalDate.parse(on));
    }

    /** One of each kind that may follow a registration, of one day. */
    public static List<CaseEvent> all(String day) {
        LocalDate on = LocalDate.parse(day);
        List<CaseEvent> all = new ArrayList<>(List.of(
                livingAlone(day),
                attached("E" + day.substring(8), day),
                corrected("2024-03-01", "李" + day.substring(5), passport("E1"), passport("E2")),
                born(BORN.plusDays(on.getDayOfMonth())),
                moved("330106", day),
                hukouMoved("330109", day),
                merged(Story.CHILD, Story.OTHER, day),
                unmerged(Story.CHILD, Story.OTHER, day),
                merged(Story.OTHER, Story.CHILD, day),
                unmerged(Story.OTHER, Story.CHILD, day),
                closed(day),
                reopened(day),
                migrant(day, on.plusDays(180).toString()),
                leftBehind(day),
                screenedOut(day),
                toReview(day),
                reconfirmed(day, on.plusDays(190).toString()),
                migrantEnded(day),
                leftBehindEnded(day),
                listed(day, on.plusDays(30).toString()),
                reassessed(day, on.plusDays(20).toString()),
                delisted(day),
                visited(day, on.plusDays(60).toString()),
                lapsed(day),
                temporaryCare(day, on.plusDays(90).toString(), on.plusDays(365).toString()),
                careReviewed(day, on.plusDays(91).toString()),
                returnAssessed(day),
                returned(day),
                longTerm(day)));
        AREAS.forEach(area -> all.addAll(area.all(day)));
        return all;
    }

    private static DivisionRef place(String code) {
        return new DivisionRef(DivisionCode.of(code), EDITION);
    }
}
