package org.huhang.command.decide;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huhang.command.area.file.FileCommand.Register;
import org.huhang.kernel.area.file.FileEvent.CaseClosed;
import org.huhang.kernel.area.file.FileEvent.CasesMerged;
import org.huhang.kernel.area.file.FileEvent.ChildRegistered;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.GuardianshipLapsed;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.LongTermGuardianshipAssumed;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.ReturnAssessed;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.TemporaryCareAssigned;
import org.huhang.kernel.area.keycare.KeyCareEvent.KeyCareListed;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.DivisionEdition;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.identity.ResidentIdNumber;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.policy.TemporaryCarePolicy;
import org.huhang.kernel.policy.VisitCadence.VisitDue;
import org.huhang.kernel.value.Address;
import org.huhang.kernel.value.CareMode;
import org.huhang.kernel.value.Carer;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.CloseReason;
import org.huhang.kernel.value.DocumentNumber;
import org.huhang.kernel.value.DocumentType;
import org.huhang.kernel.value.HouseholdType;
import org.huhang.kernel.value.Hukou;
import org.huhang.kernel.value.IdentityDocument;
import org.huhang.kernel.value.KeyCareGround;
import org.huhang.kernel.value.LapseGround;
import org.huhang.kernel.value.LongTermGround;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.PersonName;
import org.huhang.kernel.value.Residence;
import org.huhang.kernel.value.RiskLevel;
import org.huhang.kernel.value.Sex;
import org.huhang.kernel.value.SourceAgency;

/**
 * What is known of one invented child: born 2015-05-20, of 店埠镇 in 肥东县, living in 城厢街道 in 萧山区 since 2025-01-10,
 * registered 2026-01-15.
 */
public final class Facts {

    public static final PolicyBook POLICIES = PolicyBook.published();
    public static final DivisionEdition EDITION = POLICIES.divisions().latest();
    public static final LocalDate BIRTH = LocalDate.of(2015, 5, 20);
    public static final LocalDate ARRIVAL = LocalDate.of(2025, 1, 10);
    public static final LocalDate REGISTRATION = LocalDate.of(2026, 1, 15);
    public static final DivisionCode HUKOU = DivisionCode.of("340122100");
    public static final DivisionCode RESIDENCE = DivisionCode.of("330109001");
    public static final Narrative WORDS = Narrative.of("据村（居）委会反映");
    public static final Carer CARER = new Carer(PersonName.of("县未成年人救助保护中心"), Optional.empty());

    private Facts() {}

    public static LocalDate on(String day) {
        return LocalDate.parse(day);
    }

    public static DivisionRef ref(DivisionCode code) {
        return new DivisionRef(code, EDITION);
    }

    public static DivisionRef ref(String code) {
        return ref(DivisionCode.of(code));
    }

    public static ChildIdentity child(IdentityDocument... documents) {
        return childBorn(BIRTH, documents);
    }

    public static ChildIdentity childBorn(LocalDate birth, IdentityDocument... documents) {
        return new ChildIdentity(PersonName.of("陈小雨"), List.of(), Sex.FEMALE, birth, List.of(documents));
    }

    public static IdentityDocument residentId(LocalDate birth, int sequence) {
        return document(DocumentType.RESIDENT_ID, ResidentIdNumber.compose("340122", birth, sequence));
    }

    public static IdentityDocument passport(String number) {
        return document(DocumentType.PASSPORT, DocumentNumber.of(number));
    }

    public static IdentityDocument document(DocumentType type, DocumentNumber number) {
        return new IdentityDocument(type, number, Optional.empty());
    }

    public static Register registration(ChildIdentity identity) {
        return new Register(
                identity,
                HUKOU,
                HouseholdType.RURAL,
                RESIDENCE,
                Optional.empty(),
                ARRIVAL,
                List.of(),
                SourceAgency.EDUCATION,
                REGISTRATION);
    }

    public static ChildRegistered registered() {
        return registered(child());
    }

    public static ChildRegistered registered(ChildIdentity identity) {
        return registered(identity, HUKOU, RESIDENCE);
    }

    public static ChildRegistered registered(ChildIdentity identity, DivisionCode hukou, DivisionCode residence) {
        return new ChildRegistered(
                identity,
                new Hukou(ref(hukou), HouseholdType.RURAL),
                livingIn(residence, ARRIVAL),
                List.of(),
                SourceAgency.EDUCATION,
                REGISTRATION);
    }

    public static Residence livingIn(DivisionCode division, LocalDate since) {
        return new Residence(ref(division), Optional.<Address>empty(), since);
    }

    public static KeyCareListed listed(String day) {
        return listed(RiskLevel.LOW, day, KeyCareGround.HARDSHIP);
    }

    public static KeyCareListed listed(RiskLevel risk, String day, KeyCareGround... grounds) {
        Set<KeyCareGround> all = Set.of(grounds);
        VisitDue due = POLICIES.visits().nextVisitDue(risk, all, on(day));
        return new KeyCareListed(all, risk, due.by(), due.edition(), on(day));
    }

    public static GuardianshipLapsed lapsed(String day) {
        return new GuardianshipLapsed(LapseGround.GUARDIAN_MISSING, WORDS, on(day));
    }

    public static TemporaryCareAssigned inTemporaryCare(String day) {
        TemporaryCarePolicy.Edition policy = POLICIES.temporaryCare().on(on(day));
        return new TemporaryCareAssigned(
                CareMode.PROTECTION_INSTITUTION,
                CARER,
                policy.reviewBy(on(day)),
                policy.oneYearMark(on(day)),
                policy.id(),
                on(day));
    }

    public static ReturnAssessed assessed(boolean suitable, String day) {
        return new ReturnAssessed(suitable, WORDS, on(day));
    }

    public static LongTermGuardianshipAssumed longTerm(String day) {
        return new LongTermGuardianshipAssumed(LongTermGround.PARENTS_NOT_FOUND, WORDS, on(day));
    }

    public static CaseClosed closed(CloseReason reason, String day) {
        return new CaseClosed(reason, Optional.empty(), on(day));
    }

    /** The other case absorbed into this one. */
    public static CasesMerged merged(String day) {
        return new CasesMerged(Scenario.CASE, Scenario.OTHER, WORDS, on(day));
    }
}
