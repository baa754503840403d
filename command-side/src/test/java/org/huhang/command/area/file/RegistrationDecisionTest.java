package org.huhang.command.area.file;

import static org.huhang.command.decide.Facts.*;
import static org.huhang.command.decide.Scenario.given;
import static org.huhang.kernel.refusal.RefusalCode.*;

import java.util.List;
import java.util.Optional;
import org.huhang.command.area.file.FileCommand.Register;
import org.huhang.kernel.area.file.FileEvent.ChildRegistered;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.value.Absence;
import org.huhang.kernel.value.Address;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.DocumentNumber;
import org.huhang.kernel.value.DocumentType;
import org.huhang.kernel.value.Guardian;
import org.huhang.kernel.value.GuardianAbility;
import org.huhang.kernel.value.HouseholdType;
import org.huhang.kernel.value.Hukou;
import org.huhang.kernel.value.IdentityDocument;
import org.huhang.kernel.value.PersonName;
import org.huhang.kernel.value.Relation;
import org.huhang.kernel.value.Residence;
import org.huhang.kernel.value.SourceAgency;
import org.junit.jupiter.api.Test;

/** Opening a case. */
class RegistrationDecisionTest {

    private static final GuardianEntry FATHER_AWAY = new GuardianEntry(
            Relation.FATHER,
            PersonName.of("陈大山"),
            Optional.empty(),
            false,
            GuardianAbility.ABLE,
            Optional.of(on("2025-03-01")),
            Optional.of(DivisionCode.of("441900")));

    @Test
    void a_child_without_papers_is_registered() {
        given().when(registration(child())).thenAccepted(registered());
    }

    @Test
    void a_child_is_registered_with_papers_home_and_a_father_at_work_elsewhere() {
        ChildIdentity identity = child(residentId(BIRTH, 202), passport("EH1234567"));
        Address address = Address.of("城河街 12 号");
        Register ask = new Register(
                identity,
                HUKOU,
                HouseholdType.RURAL,
                RESIDENCE,
                Optional.of(address),
                ARRIVAL,
                List.of(FATHER_AWAY),
                SourceAgency.EDUCATION,
                REGISTRATION);

        given().when(ask)
                .thenAccepted(new ChildRegistered(
                        identity,
                        new Hukou(ref(HUKOU), HouseholdType.RURAL),
                        new Residence(ref(RESIDENCE), Optional.of(address), ARRIVAL),
                        List.of(new Guardian(
                                Relation.FATHER,
                                PersonName.of("陈大山"),
                                Optional.empty(),
                                false,
                                GuardianAbility.ABLE,
                                Optional.of(new Absence(on("2025-03-01"), Optional.of(ref("441900")))))),
                        SourceAgency.EDUCATION,
                        REGISTRATION));
    }

    @Test
    void the_day_before_the_eighteenth_birthday_a_child_is_still_registered() {
        ChildIdentity identity = childBorn(REGISTRATION.minusYears(18).plusDays(1));
        given().when(registration(identity)).thenAccepted(registered(identity));
    }

    @Test
    void on_the_eighteenth_birthday_nobody_is_registered_any_more() {
        given().when(registration(childBorn(REGISTRATION.minusYears(18))))
                .thenRefusedAt("identity.birthDate", NOT_A_CHILD);
    }

    @Test
    void a_child_not_yet_born_is_not_registered() {
        given().at("2026-01-15")
                .when(registration(childBorn(on("2026-01-16"))))
                .thenRefusedAt("identity.birthDate", DATE_IN_THE_FUTURE, "residenceSince", BEFORE_BIRTH);
    }

    @Test
    void nobody_is_registered_on_a_day_before_birth() {
        given().when(registration(childBorn(on("2026-01-16"))))
                .thenRefusedAt("identity.birthDate", BEFORE_BIRTH, "residenceSince", BEFORE_BIRTH);
    }

    @Test
    void nobody_is_registered_tomorrow() {
        given().at("2026-01-14").when(registration(child())).thenRefusedAt("on", DATE_IN_THE_FUTURE);
    }

    @Test
    void a_mistyped_resident_id_is_refused_at_its_own_field() {
        IdentityDocument mistyped =
                document(DocumentType.RESIDENT_ID, DocumentNumber.of(flipped(residentId(BIRTH, 202))));
        given().when(registration(child(passport("EH1234567"), mistyped)))
                .thenRefusedAt("identity.documents[1].number", ID_NUMBER_CHECK_DIGIT);
    }

    @Test
    void a_resident_id_of_a_boy_born_on_another_day_is_refused_for_both() {
        given().when(registration(child(residentId(BIRTH.plusDays(1), 201))))
                .thenRefusedAt(
                        "identity.documents[0].number",
                        ID_NUMBER_BIRTH_DATE_DISAGREES,
                        "identity.documents[0].number",
                        ID_NUMBER_SEX_DISAGREES);
    }

    @Test
    void two_passports_are_refused_at_the_second() {
        given().when(registration(child(passport("EH1234567"), passport("EH7654321"))))
                .thenRefusedAt("identity.documents[1].type", DOCUMENT_ALREADY_ATTACHED);
    }

    @Test
    void every_fault_is_named_at_once() {
        Register ask = new Register(
                childBorn(on("2001-01-01")),
                DivisionCode.of("340199"),
                HouseholdType.RURAL,
                DivisionCode.of("330103"),
                Optional.empty(),
                on("2026-01-16"),
                List.of(
                        FATHER_AWAY,
                        new GuardianEntry(
                                Relation.MOTHER,
                                PersonName.of("李小花"),
                                Optional.empty(),
                                false,
                                GuardianAbility.ABLE,
                                Optional.empty(),
                                Optional.of(DivisionCode.of("440000")))),
                SourceAgency.EDUCATION,
                REGISTRATION);

        given().when(ask)
                .thenRefusedAt(
                        "identity.birthDate",
                        NOT_A_CHILD,
                        "hukouDivision",
                        DIVISION_UNKNOWN,
                        "residenceDivision",
                        DIVISION_ABOLISHED,
                        "residenceSince",
                        PERIOD_REVERSED,
                        "guardians[1].awaySince",
                        MISSING_FIELD,
                        "guardians[1].worksIn",
                        DIVISION_TOO_COARSE);
    }

    @Test
    void a_case_is_opened_only_once() {
        given(registered()).when(registration(child())).thenRefused(ALREADY_REGISTERED);
    }

    private static String flipped(IdentityDocument document) {
        String number = document.number().reveal();
        char last = number.charAt(17);
        return number.substring(0, 17) + (last == '0' ? '1' : '0');
    }
}
