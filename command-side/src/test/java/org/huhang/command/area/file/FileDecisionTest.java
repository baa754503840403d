package org.huhang.command.area.file;

import static org.huhang.command.decide.Facts.*;
import static org.huhang.command.decide.Scenario.given;
import static org.huhang.kernel.refusal.RefusalCode.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huhang.command.area.file.FileCommand.AttachDocument;
import org.huhang.command.area.file.FileCommand.CorrectIdentity;
import org.huhang.command.area.file.FileCommand.RecordLivingArrangement;
import org.huhang.kernel.area.file.FileEvent.IdentityCorrected;
import org.huhang.kernel.area.file.FileEvent.IdentityDocumentAttached;
import org.huhang.kernel.area.file.FileEvent.LivingArrangementRecorded;
import org.huhang.kernel.area.file.FileEvent.ResidenceMoved;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.Guardian;
import org.huhang.kernel.value.GuardianAbility;
import org.huhang.kernel.value.PersonName;
import org.huhang.kernel.value.Relation;
import org.junit.jupiter.api.Test;

/** Who the child is and with whom it lives, after registration. */
class FileDecisionTest {

    @Test
    void a_child_now_lives_with_its_grandmother() {
        GuardianEntry entry = grandmother(Optional.empty());
        given(registered())
                .when(new RecordLivingArrangement(List.of(entry), on("2026-02-01")))
                .thenAccepted(new LivingArrangementRecorded(
                        List.of(new Guardian(
                                Relation.GRANDPARENT,
                                PersonName.of("王秀英"),
                                Optional.empty(),
                                true,
                                GuardianAbility.ABLE,
                                Optional.empty())),
                        on("2026-02-01")));
    }

    @Test
    void an_absence_that_begins_after_the_day_recorded_is_refused() {
        given(registered())
                .when(new RecordLivingArrangement(
                        List.of(grandmother(Optional.of(on("2026-02-02")))), on("2026-02-01")))
                .thenRefusedAt("guardians[0].awaySince", PERIOD_REVERSED);
    }

    @Test
    void an_arrangement_of_an_earlier_day_may_be_told_after_a_later_one() {
        given(registered(), new LivingArrangementRecorded(List.of(), on("2026-03-01")))
                .when(new RecordLivingArrangement(List.of(grandmother(Optional.empty())), on("2026-02-28")))
                .thenRecorded(LivingArrangementRecorded.class);
    }

    @Test
    void nobody_has_gone_away_after_the_day_of_the_arrangement() {
        given(registered(), new LivingArrangementRecorded(List.of(), on("2026-03-01")))
                .when(new RecordLivingArrangement(
                        List.of(grandmother(Optional.of(on("2026-03-01")))), on("2026-02-28")))
                .thenRefusedAt("guardians[0].awaySince", PERIOD_REVERSED);
    }

    @Test
    void a_resident_id_issued_later_is_attached() {
        given(registered())
                .when(new AttachDocument(residentId(BIRTH, 202), on("2026-02-01")))
                .thenAccepted(new IdentityDocumentAttached(residentId(BIRTH, 202), on("2026-02-01")));
    }

    @Test
    void a_second_document_of_a_type_is_refused() {
        given(registered(child(passport("EH1234567"))))
                .when(new AttachDocument(passport("EH7654321"), on("2026-02-01")))
                .thenRefusedAt("document.type", DOCUMENT_ALREADY_ATTACHED);
    }

    @Test
    void an_attached_document_is_remembered() {
        given(registered(), new IdentityDocumentAttached(passport("EH1234567"), on("2026-02-01")))
                .when(new AttachDocument(passport("EH1234567"), on("2026-02-02")))
                .thenRefusedAt("document.type", DOCUMENT_ALREADY_ATTACHED);
    }

    @Test
    void a_second_document_of_a_type_with_a_number_of_none_is_told_both() {
        given(registered(child(passport("EH1234567"))))
                .when(new AttachDocument(passport("?"), on("2026-02-01")))
                .thenRefusedAt(
                        "document.number", DOCUMENT_NUMBER_MALFORMED, "document.type", DOCUMENT_ALREADY_ATTACHED);
    }

    @Test
    void a_document_of_another_child_is_refused() {
        given(registered())
                .when(new AttachDocument(residentId(BIRTH.minusYears(1), 202), on("2026-02-01")))
                .thenRefusedAt("document.number", ID_NUMBER_BIRTH_DATE_DISAGREES);
    }

    @Test
    void a_corrected_birth_date_was_right_from_registration_on() {
        ChildIdentity corrected = childBorn(on("2015-05-21"));
        given(registered())
                .when(new CorrectIdentity(corrected, WORDS, on("2026-02-01")))
                .thenAccepted(new IdentityCorrected(corrected, WORDS, REGISTRATION));
    }

    @Test
    void a_correction_that_changes_nothing_is_refused() {
        given(registered())
                .when(new CorrectIdentity(child(), WORDS, on("2026-02-01")))
                .thenRefused(NOTHING_CHANGES);
    }

    @Test
    void a_corrected_identity_must_fit_the_day_of_registration_and_its_own_papers() {
        given(registered())
                .when(new CorrectIdentity(childBorn(on("2008-01-15"), residentId(BIRTH, 202)), WORDS, on("2026-02-01")))
                .thenRefusedAt(
                        "identity.birthDate",
                        NOT_A_CHILD,
                        "identity.documents[0].number",
                        ID_NUMBER_BIRTH_DATE_DISAGREES);
    }

    @Test
    void a_corrected_birth_after_registration_is_refused() {
        given(registered())
                .when(new CorrectIdentity(childBorn(on("2026-01-16")), WORDS, on("2026-02-01")))
                .thenRefusedAt("identity.birthDate", BEFORE_BIRTH);
    }

    @Test
    void a_guardian_who_is_dead_missing_or_held_cannot_be_entered_as_living_with_the_child() {
        List.of(GuardianAbility.DECEASED, GuardianAbility.MISSING, GuardianAbility.HELD)
                .forEach(ability -> given(registered())
                        .when(new RecordLivingArrangement(
                                List.of(
                                        grandmother(Optional.empty()),
                                        guardian(Relation.MOTHER, true, ability, Optional.empty())),
                                on("2026-02-01")))
                        .thenRefusedAt("guardians[1].livesWithChild", GUARDIAN_CANNOT_BE_AT_HOME));
        given(registered())
                .when(new RecordLivingArrangement(
                        List.of(guardian(Relation.MOTHER, false, GuardianAbility.MISSING, Optional.empty())),
                        on("2026-02-01")))
                .thenRecorded(LivingArrangementRecorded.class);
    }

    @Test
    void a_second_mother_is_refused_and_a_second_grandparent_is_not() {
        GuardianEntry mother = guardian(Relation.MOTHER, true, GuardianAbility.ABLE, Optional.empty());
        GuardianEntry grandmother = grandmother(Optional.empty());
        given(registered())
                .when(new RecordLivingArrangement(List.of(mother, grandmother, mother), on("2026-02-01")))
                .thenRefusedAt("guardians[2].relation", PARENT_ENTERED_TWICE);
        given(registered())
                .when(new RecordLivingArrangement(List.of(mother, grandmother, grandmother), on("2026-02-01")))
                .thenRecorded(LivingArrangementRecorded.class);
    }

    @Test
    void a_corrected_birth_after_the_child_lived_here_is_refused() {
        given(registered())
                .when(new CorrectIdentity(childBorn(ARRIVAL.plusDays(1)), WORDS, on("2026-02-01")))
                .thenRefusedAt("identity.birthDate", BEFORE_BIRTH);
    }

    @Test
    void a_corrected_birth_must_fit_the_first_residence_also_after_a_move() {
        given(registered(), new ResidenceMoved(livingIn(RESIDENCE, on("2026-01-20")), on("2026-01-20")))
                .when(new CorrectIdentity(childBorn(ARRIVAL.plusDays(1)), WORDS, on("2026-02-01")))
                .thenRefusedAt("identity.birthDate", BEFORE_BIRTH);
    }

    @Test
    void a_child_may_have_lived_here_from_its_corrected_birth_on() {
        given(registered())
                .when(new CorrectIdentity(childBorn(ARRIVAL), WORDS, on("2026-02-01")))
                .thenAccepted(new IdentityCorrected(childBorn(ARRIVAL), WORDS, REGISTRATION));
    }

    private static GuardianEntry grandmother(Optional<LocalDate> awaySince) {
        return guardian(Relation.GRANDPARENT, true, GuardianAbility.ABLE, awaySince);
    }

    private static GuardianEntry guardian(
            Relation relation, boolean livesWithChild, GuardianAbility ability, Optional<LocalDate> awaySince) {
        return new GuardianEntry(
                relation, PersonName.of("王秀英"), Optional.empty(), livesWithChild, ability, awaySince, Optional.empty());
    }
}
