package org.huhang.command.area.file;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huhang.command.decide.Facts.*;
import static org.huhang.command.decide.Scenario.given;
import static org.huhang.kernel.refusal.RefusalCode.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huhang.command.area.file.FileCommand.Merge;
import org.huhang.command.area.file.FileCommand.Unmerge;
import org.huhang.command.decide.Circumstances;
import org.huhang.command.decide.Decider;
import org.huhang.command.decide.Scenario;
import org.huhang.kernel.area.file.FileEvent.CasesMerged;
import org.huhang.kernel.area.file.FileEvent.CasesUnmerged;
import org.huhang.kernel.area.file.FileEvent.IdentityCorrected;
import org.huhang.kernel.area.file.FileEvent.IdentityDocumentAttached;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.CloseReason;
import org.huhang.kernel.value.IdentityDocument;
import org.huhang.kernel.value.PersonName;
import org.huhang.kernel.value.Sex;
import org.junit.jupiter.api.Test;

/** Two cases of one child. */
class MergeDecisionTest {

    private static final CaseId THIRD = CaseId.of("6f1d1a52-6b0e-4f0f-8f6e-0c6c9a4f2a03");
    private static final IdentityDocument PASSPORT = passport("EH1234567");
    private static final Merge MERGE = new Merge(Scenario.OTHER, WORDS, on("2026-03-01"));
    private static final Unmerge UNMERGE = new Unmerge(Scenario.OTHER, WORDS, on("2026-04-01"));

    @Test
    void two_cases_of_one_child_are_merged_in_both_streams() {
        given(registered()).andOfTheOtherCase(registered()).when(MERGE).thenAcceptedInBoth(merged("2026-03-01"));
    }

    @Test
    void a_case_is_not_merged_with_itself() {
        given(registered())
                .andOfTheOtherCase(registered())
                .when(new Merge(Scenario.CASE, WORDS, on("2026-03-01")))
                .thenRefusedAt("otherCase", MERGE_WITH_ITSELF);
    }

    @Test
    void an_unknown_case_cannot_be_absorbed() {
        given(registered()).when(MERGE).thenRefusedAt("otherCase", MERGE_TARGET_UNAVAILABLE);
    }

    @Test
    void nothing_is_merged_into_an_unknown_case() {
        given().andOfTheOtherCase(registered()).when(MERGE).thenRefused(CASE_NOT_FOUND);
    }

    @Test
    void a_closed_case_cannot_be_absorbed() {
        given(registered())
                .andOfTheOtherCase(registered(), closed(CloseReason.REGISTERED_IN_ERROR, "2026-02-01"))
                .when(MERGE)
                .thenRefusedAt("otherCase", MERGE_TARGET_UNAVAILABLE);
    }

    @Test
    void a_case_is_absorbed_only_once() {
        given(registered())
                .andOfTheOtherCase(registered(), merged("2026-02-01"))
                .when(MERGE)
                .thenRefusedAt("otherCase", MERGE_TARGET_UNAVAILABLE);
    }

    @Test
    void a_child_in_temporary_care_stays_in_it_whichever_file_survives() {
        given(registered())
                .andOfTheOtherCase(registered(), lapsed("2026-02-01"), inTemporaryCare("2026-02-02"))
                .when(MERGE)
                .thenAcceptedInBoth(merged("2026-03-01"));
    }

    @Test
    void a_listed_child_does_not_fall_off_the_ledger_by_a_merge() {
        given(registered())
                .andOfTheOtherCase(registered(), listed("2026-02-01"))
                .when(MERGE)
                .thenAcceptedInBoth(merged("2026-03-01"));
    }

    @Test
    void a_boy_of_2012_and_a_girl_of_2016_with_two_valid_numbers_are_not_one_child() {
        LocalDate one = on("2012-03-04");
        LocalDate other = on("2016-07-08");
        given(registered(who("陈小雨", Sex.MALE, one, residentId(one, 201))))
                .andOfTheOtherCase(registered(who("陈小雨", Sex.FEMALE, other, residentId(other, 202))))
                .when(MERGE)
                .thenRefusedAt(
                        "identity.sex",
                        IDENTITIES_CONTRADICT,
                        "identity.birthDate",
                        IDENTITIES_CONTRADICT,
                        "identity.documents[0].number",
                        IDENTITIES_CONTRADICT);
    }

    @Test
    void twins_differ_in_their_numbers_alone() {
        given(registered(child(passport("EH1234567"), residentId(BIRTH, 202))))
                .andOfTheOtherCase(registered(child(residentId(BIRTH, 204))))
                .when(MERGE)
                .thenRefusedAt("identity.documents[1].number", IDENTITIES_CONTRADICT);
    }

    @Test
    void a_child_known_by_two_names_and_two_passports_has_its_cases_merged() {
        given(registered(who("陈小雨", Sex.FEMALE, BIRTH, passport("EH1234567"))))
                .andOfTheOtherCase(
                        registered(who("陈晓雨", Sex.FEMALE, BIRTH, passport("EJ7654321"), residentId(BIRTH, 202))))
                .when(MERGE)
                .thenAcceptedInBoth(merged("2026-03-01"));
    }

    @Test
    void a_wrong_birth_date_is_corrected_and_then_the_cases_are_merged() {
        given(registered())
                .andOfTheOtherCase(
                        registered(childBorn(on("2015-05-02"))), new IdentityCorrected(child(), WORDS, REGISTRATION))
                .when(MERGE)
                .thenAcceptedInBoth(merged("2026-03-01"));
    }

    @Test
    void two_listed_cases_are_merged() {
        given(registered(), listed("2026-02-10"))
                .andOfTheOtherCase(registered(), listed("2026-02-01"))
                .when(MERGE)
                .thenAcceptedInBoth(merged("2026-03-01"));
    }

    @Test
    void a_merge_may_be_dated_before_what_either_case_knows() {
        given(registered())
                .andOfTheOtherCase(registered(), lapsed("2026-03-02"), listed("2026-03-02"))
                .when(MERGE)
                .thenAcceptedInBoth(merged("2026-03-01"));
    }

    @Test
    void a_wrong_merge_is_undone_in_both_streams() {
        given(registered(), merged("2026-03-01"))
                .andOfTheOtherCase(registered(), merged("2026-03-01"))
                .when(UNMERGE)
                .thenAcceptedInBoth(new CasesUnmerged(Scenario.CASE, Scenario.OTHER, WORDS, on("2026-04-01")));
    }

    @Test
    void what_was_never_merged_is_not_undone() {
        given(registered()).andOfTheOtherCase(registered()).when(UNMERGE).thenRefused(NOT_MERGED);
    }

    @Test
    void an_undone_merge_is_not_undone_again() {
        CasesUnmerged undone = new CasesUnmerged(Scenario.CASE, Scenario.OTHER, WORDS, on("2026-03-15"));
        given(registered(), merged("2026-03-01"), undone)
                .andOfTheOtherCase(registered(), merged("2026-03-01"), undone)
                .when(UNMERGE)
                .thenRefused(NOT_MERGED);
    }

    @Test
    void a_merge_into_another_case_is_undone_there() {
        given(registered())
                .andOfTheOtherCase(registered(), new CasesMerged(THIRD, Scenario.OTHER, WORDS, on("2026-03-01")))
                .when(UNMERGE)
                .thenRefused(NOT_MERGED);
    }

    @Test
    void a_merge_is_not_undone_before_it_was_made() {
        given(registered(), merged("2026-04-02"))
                .andOfTheOtherCase(registered(), merged("2026-04-02"))
                .when(UNMERGE)
                .thenRefusedAt("on", BEFORE_LAST_CHANGE);
    }

    @Test
    void two_children_do_not_part_with_one_document() {
        given(registered(), merged("2026-03-01"), new IdentityDocumentAttached(PASSPORT, on("2026-03-10")))
                .andOfTheOtherCase(registered(child(PASSPORT)), merged("2026-03-01"))
                .when(UNMERGE)
                .thenRefused(SHARED_DOCUMENT);
    }

    @Test
    void one_document_is_the_same_although_one_case_knows_until_when_it_is_valid() {
        IdentityDocument dated =
                new IdentityDocument(PASSPORT.type(), PASSPORT.number(), Optional.of(on("2030-01-01")));
        given(registered(), merged("2026-03-01"), new IdentityDocumentAttached(dated, on("2026-03-10")))
                .andOfTheOtherCase(registered(child(PASSPORT)), merged("2026-03-01"))
                .when(UNMERGE)
                .thenRefused(SHARED_DOCUMENT);
    }

    @Test
    void a_document_taken_off_the_survivor_no_longer_keeps_the_two_together() {
        given(
                        registered(),
                        merged("2026-03-01"),
                        new IdentityDocumentAttached(PASSPORT, on("2026-03-10")),
                        new IdentityCorrected(child(), WORDS, REGISTRATION))
                .andOfTheOtherCase(registered(child(PASSPORT)), merged("2026-03-01"))
                .when(UNMERGE)
                .thenAcceptedInBoth(new CasesUnmerged(Scenario.CASE, Scenario.OTHER, WORDS, on("2026-04-01")));
    }

    @Test
    void a_command_of_two_cases_is_never_decided_without_the_other() {
        Circumstances today = new Circumstances(Scenario.COUNTY_OFFICER, on("2026-06-30"), POLICIES);
        assertThatThrownBy(() -> Decider.decide(Scenario.fold(Scenario.CASE, List.of(registered())), MERGE, today))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ChildIdentity who(String name, Sex sex, LocalDate birth, IdentityDocument... documents) {
        return new ChildIdentity(PersonName.of(name), List.of(), sex, birth, List.of(documents));
    }
}
