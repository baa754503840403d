package org.huhang.command.decide;

import static org.huhang.command.decide.Facts.*;
import static org.huhang.command.decide.Scenario.given;
import static org.huhang.kernel.refusal.RefusalCode.*;

import java.util.List;
import org.huhang.command.area.file.FileCommand.AttachDocument;
import org.huhang.command.area.file.FileCommand.RecordLivingArrangement;
import org.huhang.command.area.file.FileCommand.Reopen;
import org.huhang.command.area.file.FileCommand.Unmerge;
import org.huhang.kernel.area.file.FileEvent.CaseReopened;
import org.huhang.kernel.area.file.FileEvent.CasesMerged;
import org.huhang.kernel.area.file.FileEvent.CasesUnmerged;
import org.huhang.kernel.area.file.FileEvent.IdentityDocumentAttached;
import org.huhang.kernel.area.file.FileEvent.LivingArrangementRecorded;
import org.huhang.kernel.value.CloseReason;
import org.junit.jupiter.api.Test;

/** What holds for every command, shown on a few. */
class AnyCommandDecisionTest {

    private static final AttachDocument ATTACH = new AttachDocument(passport("EH1234567"), on("2026-05-01"));
    private static final CasesMerged ABSORBED = new CasesMerged(Scenario.OTHER, Scenario.CASE, WORDS, on("2026-03-01"));

    @Test
    void an_unknown_case_is_not_found() {
        given().when(ATTACH).thenRefused(CASE_NOT_FOUND);
    }

    @Test
    void a_closed_case_takes_nothing_in() {
        given(registered(), closed(CloseReason.MOVED_OUT_OF_REACH, "2026-03-01"))
                .when(ATTACH)
                .thenRefused(CASE_CLOSED);
    }

    @Test
    void an_absorbed_case_points_to_its_survivor() {
        given(registered(), ABSORBED).when(ATTACH).thenRefused(CASE_MERGED, "survivor", Scenario.OTHER.toString());
    }

    @Test
    void an_absorbed_case_is_not_reopened() {
        given(registered(), ABSORBED).when(new Reopen(WORDS, on("2026-05-01"))).thenRefused(CASE_MERGED);
    }

    @Test
    void a_merge_is_undone_at_the_survivor_only() {
        given(registered(), ABSORBED)
                .andOfTheOtherCase(registered(), ABSORBED)
                .when(new Unmerge(Scenario.OTHER, WORDS, on("2026-05-01")))
                .thenRefused(CASE_MERGED, "survivor", Scenario.OTHER.toString());
    }

    @Test
    void a_case_released_from_a_merge_takes_facts_in_again() {
        given(registered(), ABSORBED, new CasesUnmerged(Scenario.OTHER, Scenario.CASE, WORDS, on("2026-06-01")))
                .when(ATTACH)
                .thenAccepted(new IdentityDocumentAttached(passport("EH1234567"), on("2026-05-01")));
    }

    @Test
    void nothing_is_recorded_of_tomorrow() {
        given(registered()).at("2026-04-30").when(ATTACH).thenRefusedAt("on", DATE_IN_THE_FUTURE);
    }

    @Test
    void a_day_out_of_time_hides_no_fault_of_another_field() {
        AttachDocument misread = new AttachDocument(passport("?"), on("2026-05-01"));

        given(registered())
                .at("2026-04-30")
                .when(misread)
                .thenRefusedAt("document.number", DOCUMENT_NUMBER_MALFORMED, "on", DATE_IN_THE_FUTURE);
    }

    @Test
    void what_was_true_before_registration_is_recorded_of_its_day() {
        given(registered())
                .when(new RecordLivingArrangement(List.of(), REGISTRATION.minusDays(1)))
                .thenRecorded(LivingArrangementRecorded.class);
    }

    @Test
    void nothing_is_recorded_of_days_before_birth() {
        given(registered())
                .when(new RecordLivingArrangement(List.of(), child().birthDate().minusDays(1)))
                .thenRefusedAt("on", BEFORE_BIRTH);
    }

    @Test
    void nothing_is_recorded_of_the_days_a_case_was_closed() {
        given(
                        registered(),
                        closed(CloseReason.MOVED_OUT_OF_REACH, "2026-03-01"),
                        new CaseReopened(WORDS, on("2026-05-02")))
                .when(new RecordLivingArrangement(List.of(), on("2026-04-01")))
                .thenRefusedAt("on", CASE_CLOSED);
    }
}
