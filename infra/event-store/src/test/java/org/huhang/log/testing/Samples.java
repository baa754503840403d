package org.huhang.log.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.area.file.FileEvent.*;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.*;
import org.huhang.kernel.area.keycare.KeyCareEvent.*;
import org.huhang.kernel.area.screening.ScreeningEvent.*;
import org.huhang.kernel.beside.staff.PostEndReason;
import org.huhang.kernel.beside.staff.StaffEvent.*;
import org.huhang.kernel.beside.staff.StaffPost;
import org.huhang.kernel.beside.staff.TrainingKind;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.DivisionEdition;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.value.*;
import org.huhang.log.codec.GoldenSample;

/** One invented fact of every kind, every field filled in. */
public final class Samples {

    public static final CaseId CASE = CaseId.of("00000000-0000-4000-8000-000000000001");
    public static final CaseId OTHER = CaseId.of("00000000-0000-4000-8000-000000000002");
    public static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    public static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");

    public static final Attribution OFFICER = new Attribution(
            new Actor("officer-1", Role.COUNTY_OFFICER, Jurisdiction.of("330109")),
            "request-1",
            Attribution.Channel.API,
            Optional.of("import:7/12"),
            false);

    private static final PolicyEditionId EDITION = PolicyEditionId.of("NATIONAL-2024");
    private static final DivisionRef XIAOSHAN = ref("330109102");
    private static final DivisionRef XINDU = ref("510114");
    private static final Narrative WORDS = Narrative.of("孩子说想念奶奶。");

    private Samples() {}

    /** Written here or, where it is not, as its golden says. */
    public static List<Event> all() {
        List<Event> all = new ArrayList<>(written());
        Set<Class<?>> here = all.stream().map(Event::getClass).collect(Collectors.toSet());
        EventCatalogue.all().stream()
                .filter(type -> !here.contains(type))
                .map(GoldenSample::of)
                .forEach(all::add);
        return List.copyOf(all);
    }

    private static List<Event> written() {
        return List.of(
                registered(document("11010519491231002X")),
                new LivingArrangementRecorded(List.of(guardian()), DAY),
                new IdentityDocumentAttached(document("E12345678"), DAY),
                new IdentityCorrected(identity(), WORDS, DAY),
                new ResidenceMoved(residence(), DAY),
                new HukouMoved(new Hukou(XINDU, HouseholdType.RURAL), DAY),
                new CasesMerged(CASE, OTHER, WORDS, DAY),
                new CasesUnmerged(CASE, OTHER, WORDS, DAY),
                new CaseClosed(CloseReason.NO_LONGER_IN_NEED, Optional.of(WORDS), DAY),
                new CaseReopened(WORDS, DAY),
                new ScreenedAsMigrant(screening(), MigrantBand.COUNTY, Optional.of(WORDS), DAY),
                new ScreenedAsLeftBehind(screening(), LeftBehindReason.BOTH_PARENTS_AWAY, Optional.of(WORDS), DAY),
                new ScreenedOut(
                        screening(),
                        List.of(ScreenedOutReason.NO_COUNTY_CROSSING, ScreenedOutReason.TOO_OLD),
                        Optional.of(WORDS),
                        DAY),
                new ScreeningReferredToReview(screening(), List.of(ReviewReason.FACTS_MISSING), DAY),
                new ScreeningReconfirmed(screening(), ScreenedStatus.MIGRANT, DAY),
                new MigrantStatusEnded(StatusEndReason.AGED_OUT, DAY),
                new LeftBehindStatusEnded(StatusEndReason.RETURNED, DAY),
                new KeyCareListed(grounds(), RiskLevel.HIGH, DAY.plusDays(7), EDITION, DAY),
                new KeyCareReassessed(grounds(), RiskLevel.LOW, DAY.plusDays(90), EDITION, DAY),
                new KeyCareDelisted(DelistReason.GROUNDS_ENDED, Optional.of(WORDS), DAY),
                visit(),
                new GuardianshipLapsed(LapseGround.GUARDIAN_MISSING, WORDS, DAY),
                new TemporaryCareAssigned(
                        CareMode.FOSTER_FAMILY,
                        new Carer(PersonName.of("李四"), Optional.of(Contact.of("13900000000"))),
                        DAY.plusMonths(6),
                        DAY.plusYears(1),
                        EDITION,
                        DAY),
                new TemporaryCareReviewed(WORDS, DAY.plusMonths(6), EDITION, DAY),
                new ReturnAssessed(true, WORDS, DAY),
                new ReturnedToGuardian(DAY),
                new LongTermGuardianshipAssumed(LongTermGround.APPOINTED_BY_COURT, WORDS, DAY),
                new StaffAppointed(
                        PersonName.of("钱七"),
                        StaffPost.CHILD_DIRECTOR,
                        Set.of(ref("330109102201")),
                        Optional.of(Contact.of("13800000001")),
                        DAY),
                new StaffAreaAssigned(Set.of(ref("330109102202")), DAY),
                new StaffPostEnded(PostEndReason.REPLACED, Optional.of(WORDS), DAY),
                new StaffTrainingRecorded(TrainingKind.INDUCTION, WORDS, DAY));
    }

    public static ChildRegistered registered(IdentityDocument... documents) {
        return new ChildRegistered(
                identity(documents),
                new Hukou(XINDU, HouseholdType.RURAL),
                residence(),
                List.of(guardian()),
                SourceAgency.VILLAGE,
                DAY);
    }

    public static HomeVisitRecorded visit() {
        return new HomeVisitRecorded(
                PersonName.of("王五"),
                Narrative.of("家中整洁。"),
                Optional.of(WORDS),
                RiskLevel.MEDIUM,
                DAY.plusDays(30),
                EDITION,
                DAY);
    }

    public static IdentityDocument document(String number) {
        return new IdentityDocument(
                DocumentType.PASSPORT, DocumentNumber.of(number), Optional.of(LocalDate.of(2030, 1, 1)));
    }

    public static ChildIdentity identity(IdentityDocument... documents) {
        return new ChildIdentity(
                PersonName.of("张三"),
                List.of(PersonName.of("三三")),
                Sex.FEMALE,
                LocalDate.of(2016, 2, 29),
                List.of(documents));
    }

    public static String newMessageId() {
        return UUID.randomUUID().toString();
    }

    private static Residence residence() {
        return new Residence(XIAOSHAN, Optional.of(Address.of("瓜沥镇航坞路1号")), LocalDate.of(2025, 9, 1));
    }

    private static Guardian guardian() {
        return new Guardian(
                Relation.MOTHER,
                PersonName.of("赵六"),
                Optional.of(Contact.of("13800000000")),
                false,
                GuardianAbility.ABLE,
                Optional.of(new Absence(LocalDate.of(2025, 9, 1), Optional.of(XIAOSHAN))));
    }

    private static Screening screening() {
        return new Screening(
                EDITION,
                DivisionEdition.of("202306"),
                DAY,
                SourceAgency.EDUCATION,
                List.of(new Finding(
                        "MONTHS_OF_RESIDENCE", Finding.Outcome.MET, "方案(四)", Map.of("months", "6", "required", "6"))),
                Optional.of(DAY.plusMonths(6)),
                false);
    }

    private static Set<KeyCareGround> grounds() {
        return Set.of(KeyCareGround.ASKED_FOR_HELP, KeyCareGround.HARDSHIP);
    }

    private static DivisionRef ref(String code) {
        return new DivisionRef(DivisionCode.of(code), DivisionEdition.of("202306"));
    }
}
