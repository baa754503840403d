package org.huhang.query.area.schooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.query.area.TaskKind.REASSESS_AFTER_DROPOUT;
import static org.huhang.query.area.schooling.SchoolingHappenings.back;
import static org.huhang.query.area.schooling.SchoolingHappenings.droppedOut;
import static org.huhang.query.area.schooling.SchoolingHappenings.enrolled;
import static org.huhang.query.kit.Happenings.closed;
import static org.huhang.query.kit.Happenings.delisted;
import static org.huhang.query.kit.Happenings.listed;
import static org.huhang.query.kit.Happenings.reassessed;
import static org.huhang.query.kit.Happenings.registered;
import static org.huhang.query.kit.Happenings.visited;
import static org.huhang.query.kit.Told.told;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.huhang.kernel.area.schooling.Boarding;
import org.huhang.kernel.area.schooling.SchoolStage;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.query.area.CaseOutline;
import org.huhang.query.area.schooling.SchoolingDocument.EnrolmentDocument;
import org.huhang.query.area.schooling.SchoolingDocument.Status;
import org.huhang.query.kit.Told;
import org.junit.jupiter.api.Test;

class SchoolingTest {

    private static final EnrolmentDocument AT_PRIMARY =
            new EnrolmentDocument(SchoolStage.PRIMARY, "镇中心小学", Boarding.BOARDER, day("2024-02-01"));

    @Test
    void nothing_is_shown_before_anything_was_told() {
        assertThat(document()).isNull();
    }

    @Test
    void a_school_is_shown_and_stays_known_while_the_child_stays_away() {
        assertThat(document(enrolled("2024-02-01")))
                .isEqualTo(new SchoolingDocument(Status.AT_SCHOOL, day("2024-02-01"), AT_PRIMARY, null));
        assertThat(document(enrolled("2024-02-01"), droppedOut("2024-03-01")))
                .isEqualTo(new SchoolingDocument(Status.OUT_OF_SCHOOL, day("2024-03-01"), AT_PRIMARY, "外出打工"));
        assertThat(document(enrolled("2024-02-01"), droppedOut("2024-03-01"), back("2024-04-01")))
                .isEqualTo(new SchoolingDocument(Status.AT_SCHOOL, day("2024-04-01"), AT_PRIMARY, null));
    }

    @Test
    void a_child_who_dropped_out_of_a_school_that_nobody_told_is_shown_without_one() {
        assertThat(document(droppedOut("2024-03-01")))
                .isEqualTo(new SchoolingDocument(Status.OUT_OF_SCHOOL, day("2024-03-01"), null, "外出打工"));
        assertThat(document(back("2024-04-01")).enrolment()).isNull();
    }

    @Test
    void a_dropout_asks_for_key_care_to_be_assessed_anew_until_the_child_is_back() {
        assertThat(reassess(enrolled("2024-02-01"))).isNull();
        assertThat(reassess(droppedOut("2024-03-01"))).isEqualTo("2024-03-01");
        assertThat(reassess(droppedOut("2024-03-01"), back("2024-03-10"))).isNull();
        assertThat(reassess(droppedOut("2024-03-01"), enrolled("2024-03-10"))).isNull();
        assertThat(reassess(droppedOut("2024-03-01"), enrolled("2024-03-10"), droppedOut("2024-04-01")))
                .isEqualTo("2024-04-01");
    }

    @Test
    void listing_or_reassessing_answers_it_from_the_same_day_on() {
        CaseEvent listed = listed("2024-02-01", "2024-03-02");
        assertThat(reassess(listed, droppedOut("2024-03-01"))).isEqualTo("2024-03-01");
        assertThat(reassess(listed, droppedOut("2024-03-01"), reassessed("2024-03-01", "2024-03-08")))
                .isNull();
        assertThat(reassess(droppedOut("2024-03-01"), listed("2024-03-05", "2024-04-04")))
                .isNull();
    }

    @Test
    void who_did_not_know_of_it_has_not_answered_it() {
        CaseEvent listed = listed("2024-02-01", "2024-03-02");
        assertThat(reassess(listed, reassessed("2024-03-05", "2024-03-12"), droppedOut("2024-03-01")))
                .isEqualTo("2024-03-01");
        assertThat(reassess(droppedOut("2024-03-01"), listed("2024-02-20", "2024-03-21")))
                .isEqualTo("2024-03-01");
    }

    @Test
    void neither_a_visit_nor_leaving_the_ledger_answers_it() {
        CaseEvent listed = listed("2024-02-01", "2024-03-02");
        assertThat(reassess(listed, droppedOut("2024-03-01"), visited("2024-03-05", "2024-04-04")))
                .isEqualTo("2024-03-01");
        assertThat(reassess(listed, droppedOut("2024-03-01"), delisted("2024-03-05")))
                .isEqualTo("2024-03-01");
    }

    @Test
    void a_closed_case_asks_for_nothing() {
        assertThat(reassess(droppedOut("2024-03-01"), closed("2024-03-05"))).isNull();
    }

    @Test
    void a_row_kept_before_schooling_was_told_of_is_read_as_one_of_which_nothing_was_told() {
        CaseOutline outline = told(registered("2024-01-10")).outline();
        String before = CaseOutline.COLUMN.write().apply(outline).replace(",\"schooling\":{\"is\":\"UNTOLD\"}", "");
        assertThat(before).doesNotContain("schooling");
        assertThat(CaseOutline.COLUMN.read().apply(before)).isEqualTo(outline);
    }

    private static LocalDate reassess(CaseEvent... facts) {
        return of(facts).duties().get(REASSESS_AFTER_DROPOUT);
    }

    private static SchoolingDocument document(CaseEvent... facts) {
        Told told = of(facts);
        return SchoolingDocument.of(told.outline().course().areas().schooling(), told);
    }

    private static Told of(CaseEvent... facts) {
        return told(Stream.concat(Stream.of(registered("2024-01-10")), Stream.of(facts))
                .toArray(CaseEvent[]::new));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
