package org.huhang.command.area.amendment;

import static org.huhang.command.decide.Facts.*;
import static org.huhang.command.decide.Scenario.given;
import static org.huhang.kernel.refusal.RefusalCode.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huhang.command.area.amendment.AmendmentCommand.CorrectHukou;
import org.huhang.command.area.amendment.AmendmentCommand.CorrectKeyCare;
import org.huhang.command.area.amendment.AmendmentCommand.CorrectLivingArrangement;
import org.huhang.command.area.amendment.AmendmentCommand.CorrectResidence;
import org.huhang.command.area.amendment.AmendmentCommand.VoidEntry;
import org.huhang.command.decide.Scenario;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.area.amendment.AmendmentEvent.EntryVoided;
import org.huhang.kernel.area.amendment.AmendmentEvent.HukouCorrected;
import org.huhang.kernel.area.amendment.AmendmentEvent.KeyCareCorrected;
import org.huhang.kernel.area.amendment.AmendmentEvent.LivingArrangementCorrected;
import org.huhang.kernel.area.amendment.AmendmentEvent.ResidenceCorrected;
import org.huhang.kernel.area.file.FileEvent.ResidenceMoved;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.value.CloseReason;
import org.huhang.kernel.value.EntryId;
import org.huhang.kernel.value.HouseholdType;
import org.huhang.kernel.value.Hukou;
import org.huhang.kernel.value.KeyCareGround;
import org.huhang.kernel.value.RiskLevel;
import org.junit.jupiter.api.Test;

/** Entries that were wrong from the start. */
class AmendmentDecisionTest {

    private static final DivisionCode FAR_AWAY = DivisionCode.of("110101001");

    @Test
    void a_lapse_that_was_entered_by_mistake_is_voided() {
        given(registered(), lapsed("2026-03-01")).when(voiding(1)).thenAccepted(voided("2026-03-01", 1));
    }

    @Test
    void an_entry_that_care_rests_on_is_not_voided_before_the_care() {
        given(registered(), lapsed("2026-03-01"), inTemporaryCare("2026-03-02"))
                .when(voiding(1))
                .thenRefusedAt("entry", ENTRY_RESTED_ON);
        given(registered(), lapsed("2026-03-01"), inTemporaryCare("2026-03-02"))
                .when(voiding(2))
                .thenAccepted(voided("2026-03-02", 2));
    }

    @Test
    void a_move_by_mistake_is_voided_and_the_move_back_is_none() {
        ResidenceMoved mistake = new ResidenceMoved(livingIn(FAR_AWAY, on("2026-04-01")), on("2026-04-01"));
        ResidenceMoved back = new ResidenceMoved(livingIn(RESIDENCE, on("2026-04-03")), on("2026-04-03"));
        given(registered(), mistake, back)
                .when(voiding(1))
                .thenAccepted(
                        voided("2026-04-01", 1),
                        new ResidenceCorrected(
                                entry(2), livingIn(RESIDENCE, ARRIVAL), Optional.empty(), on("2026-04-03")));
    }

    @Test
    void what_is_voided_is_not_voided_again() {
        given(registered(), lapsed("2026-03-01"), voided("2026-03-01", 1))
                .when(voiding(1))
                .thenRefusedAt("entry", ENTRY_ALREADY_VOIDED);
    }

    @Test
    void an_entry_of_another_case_is_unknown() {
        given(registered())
                .andOfTheOtherCase(registered(), lapsed("2026-03-01"))
                .when(new VoidEntry(new EntryId(Scenario.OTHER, 1), WORDS, on("2026-06-01")))
                .thenRefusedAt("entry", ENTRY_UNKNOWN);
    }

    @Test
    void an_entry_of_the_absorbed_file_is_voided_on_the_survivor() {
        given(registered(), merged("2026-04-01"))
                .andOfTheOtherCase(registered(), lapsed("2026-03-01"), merged("2026-04-01"))
                .when(new VoidEntry(new EntryId(Scenario.OTHER, 1), WORDS, on("2026-06-01")))
                .thenAccepted(new EntryVoided(List.of(new EntryId(Scenario.OTHER, 1)), WORDS, on("2026-03-01")));
    }

    @Test
    void what_has_a_way_back_of_its_own_is_not_voided() {
        given(registered()).when(voiding(0)).thenRefusedAt("entry", ENTRY_CANNOT_BE_VOIDED);
        given(registered(), merged("2026-04-01"))
                .andOfTheOtherCase(registered(), merged("2026-04-01"))
                .when(voiding(1))
                .thenRefusedAt("entry", ENTRY_CANNOT_BE_VOIDED);
    }

    @Test
    void a_closing_by_mistake_is_voided_on_the_closed_case() {
        given(registered(), closed(CloseReason.DECEASED, "2026-03-01"))
                .when(voiding(1))
                .thenAccepted(voided("2026-03-01", 1));
        given(registered(), lapsed("2026-02-01"), closed(CloseReason.DECEASED, "2026-03-01"))
                .when(voiding(1))
                .thenRefused(CASE_CLOSED);
    }

    @Test
    void a_child_director_voids_no_entry_of_the_county() {
        given(registered(), lapsed("2026-03-01"))
                .by(new Actor("director-1", Role.CHILD_DIRECTOR, Jurisdiction.of("330109001001")))
                .when(voiding(1))
                .thenRefusedAt("entry", ENTRY_OF_A_HIGHER_OFFICE);
    }

    @Test
    void an_entry_is_voided_within_the_time_of_the_policy() {
        given(registered(), lapsed("2026-03-01"))
                .at("2031-03-01")
                .when(voiding(1))
                .thenAccepted(voided("2026-03-01", 1));
        given(registered(), lapsed("2026-03-01"))
                .at("2031-03-02")
                .when(voiding(1))
                .thenRefusedAt("entry", ENTRY_TOO_OLD_TO_VOID);
    }

    @Test
    void the_first_day_of_residence_is_put_right() {
        given(registered())
                .when(residence(Optional.empty(), RESIDENCE, "2024-09-01"))
                .thenAccepted(new ResidenceCorrected(
                        entry(0), livingIn(RESIDENCE, on("2024-09-01")), Optional.of(WORDS), REGISTRATION));
    }

    @Test
    void nobody_lived_anywhere_before_birth_or_after_registration() {
        given(registered())
                .when(residence(Optional.empty(), RESIDENCE, "2015-05-19"))
                .thenRefusedAt("since", BEFORE_BIRTH);
        given(registered())
                .when(residence(Optional.empty(), RESIDENCE, "2026-02-01"))
                .thenRefusedAt("since", PERIOD_REVERSED);
    }

    @Test
    void a_correction_that_changes_nothing_is_none() {
        given(registered())
                .when(residence(Optional.empty(), RESIDENCE, ARRIVAL.toString()))
                .thenRefused(NOTHING_CHANGES);
    }

    @Test
    void a_visit_says_nothing_of_the_residence() {
        given(registered(), listed("2026-02-01"))
                .when(residence(Optional.of(entry(1)), RESIDENCE, "2024-09-01"))
                .thenRefusedAt("entry", ENTRY_OF_ANOTHER_KIND);
    }

    @Test
    void the_day_of_a_move_is_put_right() {
        ResidenceMoved move = new ResidenceMoved(livingIn(FAR_AWAY, on("2026-04-01")), on("2026-04-01"));
        given(registered(), move)
                .when(new CorrectResidence(
                        Optional.of(entry(1)),
                        FAR_AWAY,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(on("2026-03-20")),
                        WORDS,
                        on("2026-06-01")))
                .thenAccepted(new ResidenceCorrected(
                        entry(1), livingIn(FAR_AWAY, on("2026-03-20")), Optional.of(WORDS), on("2026-03-20")));
    }

    @Test
    void the_household_registration_is_put_right() {
        given(registered())
                .when(new CorrectHukou(
                        Optional.empty(),
                        FAR_AWAY,
                        Optional.of(HouseholdType.URBAN),
                        Optional.empty(),
                        WORDS,
                        on("2026-06-01")))
                .thenAccepted(new HukouCorrected(
                        entry(0), new Hukou(ref(FAR_AWAY), HouseholdType.URBAN), Optional.of(WORDS), REGISTRATION));
        given(registered(), listed("2026-02-01"))
                .when(new CorrectHukou(
                        Optional.of(entry(1)), FAR_AWAY, Optional.empty(), Optional.empty(), WORDS, on("2026-06-01")))
                .thenRefusedAt("entry", ENTRY_OF_ANOTHER_KIND);
    }

    @Test
    void guardians_are_put_right() {
        given(registered())
                .when(new CorrectLivingArrangement(Optional.empty(), List.of(), WORDS, on("2026-06-01")))
                .thenAccepted(new LivingArrangementCorrected(entry(0), List.of(), Optional.of(WORDS), REGISTRATION));
        given(registered(), listed("2026-02-01"))
                .when(new CorrectLivingArrangement(Optional.of(entry(1)), List.of(), WORDS, on("2026-06-01")))
                .thenRefusedAt("entry", ENTRY_OF_ANOTHER_KIND);
    }

    @Test
    void grounds_are_put_right() {
        given(registered(), listed("2026-02-01")).when(keyCare(entry(1))).thenRecorded(KeyCareCorrected.class);
        given(registered()).when(keyCare(entry(0))).thenRefusedAt("entry", ENTRY_OF_ANOTHER_KIND);
    }

    private static CorrectKeyCare keyCare(EntryId entry) {
        return new CorrectKeyCare(
                Optional.of(entry), Set.of(KeyCareGround.DISABILITY), RiskLevel.HIGH, WORDS, on("2026-06-01"));
    }

    private static CorrectResidence residence(Optional<EntryId> entry, DivisionCode division, String since) {
        return new CorrectResidence(
                entry,
                division,
                Optional.empty(),
                Optional.of(LocalDate.parse(since)),
                Optional.empty(),
                WORDS,
                on("2026-06-01"));
    }

    private static VoidEntry voiding(long version) {
        return new VoidEntry(entry(version), WORDS, on("2026-06-01"));
    }

    private static EntryVoided voided(String day, long version) {
        return new EntryVoided(List.of(entry(version)), WORDS, on(day));
    }

    private static EntryId entry(long version) {
        return new EntryId(Scenario.CASE, version);
    }
}
