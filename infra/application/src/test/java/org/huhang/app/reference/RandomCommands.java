package org.huhang.app.reference;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.huhang.command.area.amendment.AmendmentCommand.CorrectHukou;
import org.huhang.command.area.amendment.AmendmentCommand.CorrectKeyCare;
import org.huhang.command.area.amendment.AmendmentCommand.CorrectLivingArrangement;
import org.huhang.command.area.amendment.AmendmentCommand.CorrectResidence;
import org.huhang.command.area.amendment.AmendmentCommand.VoidEntry;
import org.huhang.command.area.file.FileCommand.Close;
import org.huhang.command.area.file.FileCommand.CorrectIdentity;
import org.huhang.command.area.file.FileCommand.Merge;
import org.huhang.command.area.file.FileCommand.MoveHukou;
import org.huhang.command.area.file.FileCommand.MoveResidence;
import org.huhang.command.area.file.FileCommand.RecordLivingArrangement;
import org.huhang.command.area.file.FileCommand.Register;
import org.huhang.command.area.file.FileCommand.Reopen;
import org.huhang.command.area.file.FileCommand.Unmerge;
import org.huhang.command.area.file.GuardianEntry;
import org.huhang.command.area.guardianship.GuardianshipCommand.AssessReturn;
import org.huhang.command.area.guardianship.GuardianshipCommand.AssignTemporaryCare;
import org.huhang.command.area.guardianship.GuardianshipCommand.AssumeLongTermGuardianship;
import org.huhang.command.area.guardianship.GuardianshipCommand.ChangeTemporaryCare;
import org.huhang.command.area.guardianship.GuardianshipCommand.EndLongTermGuardianship;
import org.huhang.command.area.guardianship.GuardianshipCommand.RecordGuardianshipLapse;
import org.huhang.command.area.guardianship.GuardianshipCommand.ReturnToGuardian;
import org.huhang.command.area.guardianship.GuardianshipCommand.ReviewTemporaryCare;
import org.huhang.command.area.keycare.KeyCareCommand.DelistKeyCare;
import org.huhang.command.area.keycare.KeyCareCommand.ListKeyCare;
import org.huhang.command.area.keycare.KeyCareCommand.ReassessKeyCare;
import org.huhang.command.area.keycare.KeyCareCommand.RecordAttemptedVisit;
import org.huhang.command.area.keycare.KeyCareCommand.RecordVisit;
import org.huhang.command.area.schooling.SchoolingCommand.RecordDropout;
import org.huhang.command.area.schooling.SchoolingCommand.RecordReturnToSchool;
import org.huhang.command.area.schooling.SchoolingCommand.RecordSchoolEnrolment;
import org.huhang.command.area.screening.ScreeningCommand.DecideScreeningReview;
import org.huhang.command.area.screening.ScreeningCommand.EndScreenedStatus;
import org.huhang.command.area.screening.ScreeningCommand.Screen;
import org.huhang.command.ask.CaseCommand;
import org.huhang.kernel.area.file.FileEvent.ChildRegistered;
import org.huhang.kernel.area.file.FileEvent.HukouMoved;
import org.huhang.kernel.area.file.FileEvent.LivingArrangementRecorded;
import org.huhang.kernel.area.file.FileEvent.ResidenceMoved;
import org.huhang.kernel.area.keycare.KeyCareEvent.KeyCareListed;
import org.huhang.kernel.area.keycare.KeyCareEvent.KeyCareReassessed;
import org.huhang.kernel.area.schooling.Boarding;
import org.huhang.kernel.area.schooling.SchoolStage;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.CareMode;
import org.huhang.kernel.value.Carer;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.CloseReason;
import org.huhang.kernel.value.DelistReason;
import org.huhang.kernel.value.EntryId;
import org.huhang.kernel.value.GuardianAbility;
import org.huhang.kernel.value.HouseholdType;
import org.huhang.kernel.value.KeyCareGround;
import org.huhang.kernel.value.LapseGround;
import org.huhang.kernel.value.LeftBehindReason;
import org.huhang.kernel.value.LongTermEndReason;
import org.huhang.kernel.value.LongTermGround;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.PersonName;
import org.huhang.kernel.value.Relation;
import org.huhang.kernel.value.RiskLevel;
import org.huhang.kernel.value.ScreenedStatus;
import org.huhang.kernel.value.Sex;
import org.huhang.kernel.value.SourceAgency;
import org.huhang.kernel.value.StatusEndReason;

/** Any command that changes what is told of a child, with whatever an officer might write into it. */
final class RandomCommands {

    private static final Narrative WORDS = Narrative.of("据村（居）委会反映");
    private static final PersonName PERSON = PersonName.of("王秀英");
    private static final List<String> PLACES = List.of(
            "330109001", "330109002", "330109", "340122100", "340122101", "441900003", "640121100", "640121001");

    /** A command still without its day; empty where there is nothing yet that it might speak of. */
    interface Ask {
        Optional<CaseCommand> of(Office office, LocalDate on);
    }

    /** One that needs nothing but its day. */
    private interface Dated {
        CaseCommand on(LocalDate day);
    }

    private final Random random;
    private final List<CaseId> files;
    private final LocalDate birth;

    RandomCommands(Random random, List<CaseId> files, LocalDate start) {
        this.random = random;
        this.files = files;
        this.birth = start.minusDays(2 * 365 + random.nextInt(15 * 365));
    }

    Ask register() {
        ChildIdentity identity = identity(random.nextInt(10) == 0 ? birth.minusDays(400) : birth);
        DivisionCode hukou = place();
        DivisionCode residence = place();
        List<GuardianEntry> guardians = guardians();
        int since = random.nextInt(500);
        return dated(on -> new Register(
                identity,
                hukou,
                HouseholdType.RURAL,
                residence,
                Optional.empty(),
                on.minusDays(since),
                guardians,
                SourceAgency.VILLAGE,
                on));
    }

    /** One, or some that make sense together. */
    List<Ask> any(CaseId file) {
        return switch (random.nextInt(34)) {
            case 0, 1, 2 -> List.of(moved());
            case 3 -> List.of(hukouMoved());
            case 4 -> List.of(living());
            case 5, 6, 7 -> List.of(dated(on -> new Screen(SourceAgency.EDUCATION, on)));
            case 8 -> List.of(reviewDecided());
            case 9 -> List.of(statusEnded());
            case 10, 11 -> List.of(listed());
            case 12 -> List.of(reassessed());
            case 13 -> List.of(delisted());
            case 14, 15 -> List.of(visited());
            case 16 -> List.of(attempted(), attempted(), attempted());
            case 17, 18 -> List.of(lapsed(), assigned());
            case 19 -> List.of(lapsed());
            case 20 -> List.of(assigned());
            case 21 -> List.of(careChanged());
            case 22 -> List.of(dated(on -> new ReviewTemporaryCare(WORDS, on)));
            case 23 -> List.of(dated(on -> new AssessReturn(true, WORDS, on)), dated(ReturnToGuardian::new));
            case 24 -> List.of(longTerm());
            case 25 -> List.of(longTermEnded());
            case 26, 27 -> List.of(schooling());
            case 28 -> List.of(closed());
            case 29 -> List.of(closed(), reopened());
            case 30 -> List.of(reopened(), identityCorrected());
            case 31 -> List.of(merged(file));
            case 32 -> List.of(parted(file), voided());
            default -> List.of(random.nextBoolean() ? voided() : corrected());
        };
    }

    private static Ask dated(Dated command) {
        return (_, on) -> Optional.of(command.on(on));
    }

    private Ask moved() {
        DivisionCode to = place();
        return dated(on -> new MoveResidence(to, Optional.empty(), on));
    }

    private Ask hukouMoved() {
        DivisionCode to = place();
        return dated(on -> new MoveHukou(to, HouseholdType.URBAN, on));
    }

    private Ask living() {
        List<GuardianEntry> guardians = guardians();
        return dated(on -> new RecordLivingArrangement(guardians, on));
    }

    private Ask reviewDecided() {
        ScreenedStatus status = one(ScreenedStatus.values());
        Optional<LeftBehindReason> why = Optional.of(one(LeftBehindReason.values()));
        return dated(on -> new DecideScreeningReview(status, why, WORDS, on));
    }

    private Ask statusEnded() {
        StatusEndReason reason = one(StatusEndReason.values());
        return dated(on -> new EndScreenedStatus(reason, on));
    }

    private Ask listed() {
        Set<KeyCareGround> grounds = grounds();
        RiskLevel risk = one(RiskLevel.values());
        return dated(on -> new ListKeyCare(grounds, risk, on));
    }

    private Ask reassessed() {
        Set<KeyCareGround> grounds = grounds();
        RiskLevel risk = one(RiskLevel.values());
        return dated(on -> new ReassessKeyCare(grounds, risk, on));
    }

    private Ask delisted() {
        DelistReason reason = one(DelistReason.values());
        return dated(on -> new DelistKeyCare(reason, Optional.empty(), on));
    }

    private Ask visited() {
        return dated(on -> new RecordVisit(PERSON, WORDS, Optional.of(WORDS), Optional.empty(), on));
    }

    private Ask attempted() {
        return dated(on -> new RecordAttemptedVisit(PERSON, WORDS, on));
    }

    private Ask lapsed() {
        LapseGround ground = one(LapseGround.values());
        return dated(on -> new RecordGuardianshipLapse(ground, WORDS, on));
    }

    private Ask assigned() {
        CareMode mode = one(CareMode.values());
        return dated(on -> new AssignTemporaryCare(mode, carer(), on));
    }

    private Ask careChanged() {
        CareMode mode = one(CareMode.values());
        return dated(on -> new ChangeTemporaryCare(mode, carer(), Optional.empty(), on));
    }

    private Ask longTerm() {
        LongTermGround ground = one(LongTermGround.values());
        return dated(on -> new AssumeLongTermGuardianship(ground, WORDS, on));
    }

    private Ask longTermEnded() {
        LongTermEndReason reason = one(LongTermEndReason.values());
        return dated(on -> new EndLongTermGuardianship(reason, WORDS, on));
    }

    private Ask schooling() {
        SchoolStage stage = one(SchoolStage.values());
        return switch (random.nextInt(4)) {
            case 0 -> dated(on -> new RecordSchoolEnrolment(stage, Optional.empty(), Boarding.DAY_PUPIL, on));
            case 1 -> dated(RecordReturnToSchool::new);
            default -> dated(on -> new RecordDropout(WORDS, on));
        };
    }

    private Ask closed() {
        CloseReason reason = one(CloseReason.values());
        return dated(on -> new Close(reason, Optional.empty(), on));
    }

    private Ask reopened() {
        return dated(on -> new Reopen(WORDS, on));
    }

    private Ask merged(CaseId file) {
        CaseId other = other(file);
        return dated(on -> new Merge(other, WORDS, on));
    }

    private Ask parted(CaseId file) {
        CaseId other = other(file);
        return dated(on -> new Unmerge(other, WORDS, on));
    }

    private Ask identityCorrected() {
        ChildIdentity identity = identity(birth.plusDays(random.nextInt(3) * 30L));
        return dated(on -> new CorrectIdentity(identity, WORDS, on));
    }

    private Ask voided() {
        return ofAnEntry(_ -> true, (entry, on) -> new VoidEntry(id(entry), WORDS, on));
    }

    private Ask corrected() {
        return switch (random.nextInt(4)) {
            case 0 -> residenceCorrected();
            case 1 -> hukouCorrected();
            case 2 -> {
                List<GuardianEntry> guardians = guardians();
                yield ofAnEntry(
                        it -> it instanceof ChildRegistered || it instanceof LivingArrangementRecorded,
                        (entry, on) -> new CorrectLivingArrangement(Optional.of(id(entry)), guardians, WORDS, on));
            }
            default -> {
                Set<KeyCareGround> grounds = grounds();
                RiskLevel risk = one(RiskLevel.values());
                yield ofAnEntry(
                        it -> it instanceof KeyCareListed || it instanceof KeyCareReassessed,
                        (entry, on) -> new CorrectKeyCare(Optional.of(id(entry)), grounds, risk, WORDS, on));
            }
        };
    }

    private Ask residenceCorrected() {
        DivisionCode to = place();
        int days = anotherDay();
        return ofAnEntry(
                it -> it instanceof ChildRegistered || it instanceof ResidenceMoved,
                (entry, on) -> new CorrectResidence(
                        Optional.of(id(entry)),
                        to,
                        Optional.empty(),
                        Optional.empty(),
                        movedOn(entry, days),
                        WORDS,
                        on));
    }

    private Ask hukouCorrected() {
        DivisionCode to = place();
        int days = anotherDay();
        return ofAnEntry(
                it -> it instanceof ChildRegistered || it instanceof HukouMoved,
                (entry, on) -> new CorrectHukou(
                        Optional.of(id(entry)), to, Optional.empty(), movedOn(entry, days), WORDS, on));
    }

    private int anotherDay() {
        return random.nextBoolean() ? 0 : random.nextInt(200) - 150;
    }

    private static Optional<LocalDate> movedOn(Recorded entry, int days) {
        return days == 0 || entry.event() instanceof ChildRegistered
                ? Optional.empty()
                : Optional.of(entry.event().effectiveOn().plusDays(days));
    }

    /** Of any of the files: while they are one, an entry of one is put right by another. */
    private Ask ofAnEntry(Predicate<Event> fits, BiFunction<Recorded, LocalDate, CaseCommand> ask) {
        int which = random.nextInt(Integer.MAX_VALUE);
        return (office, on) -> {
            List<Recorded> entries = files.stream()
                    .flatMap(file -> office.facts(file).stream())
                    .filter(fact -> fits.test(fact.event()))
                    .toList();
            return entries.isEmpty()
                    ? Optional.empty()
                    : Optional.of(ask.apply(entries.get(which % entries.size()), on));
        };
    }

    private static EntryId id(Recorded entry) {
        return new EntryId(entry.caseId(), entry.version());
    }

    private CaseId other(CaseId file) {
        return files.get((files.indexOf(file) + 1 + random.nextInt(2)) % files.size());
    }

    private static ChildIdentity identity(LocalDate born) {
        return new ChildIdentity(PersonName.of("陈小雨"), List.of(), Sex.FEMALE, born, List.of());
    }

    private DivisionCode place() {
        return DivisionCode.of(PLACES.get(random.nextInt(PLACES.size())));
    }

    private static Carer carer() {
        return new Carer(PersonName.of("县儿童福利院"), Optional.empty());
    }

    private Set<KeyCareGround> grounds() {
        Set<KeyCareGround> grounds = EnumSet.of(one(KeyCareGround.values()));
        grounds.add(one(KeyCareGround.values()));
        return grounds;
    }

    /** Both parents, near or away; or somebody else, or nobody. */
    private List<GuardianEntry> guardians() {
        return switch (random.nextInt(5)) {
            case 0, 1 -> List.of(guardian(Relation.FATHER, false), guardian(Relation.MOTHER, false));
            case 2 -> List.of(guardian(Relation.FATHER, true), guardian(Relation.MOTHER, true));
            case 3 -> List.of(guardian(Relation.ENTRUSTED_CARER, true));
            default -> List.of();
        };
    }

    private static GuardianEntry guardian(Relation relation, boolean atHome) {
        Optional<LocalDate> away = atHome ? Optional.empty() : Optional.of(LocalDate.of(2024, 3, 1));
        return new GuardianEntry(
                relation,
                PERSON,
                Optional.empty(),
                atHome,
                GuardianAbility.ABLE,
                away,
                away.map(_ -> DivisionCode.of("441900")));
    }

    private <E> E one(E[] of) {
        return of[random.nextInt(of.length)];
    }
}
