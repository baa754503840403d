package org.huhang.query.area.guardianship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.query.area.TaskKind.REVIEW_TEMPORARY_CARE;
import static org.huhang.query.area.TaskKind.TEMPORARY_CARE_ONE_YEAR;
import static org.huhang.query.area.guardianship.GuardianshipHappenings.adopted;
import static org.huhang.query.area.guardianship.GuardianshipHappenings.careChanged;
import static org.huhang.query.kit.Happenings.careReviewed;
import static org.huhang.query.kit.Happenings.lapsed;
import static org.huhang.query.kit.Happenings.longTerm;
import static org.huhang.query.kit.Happenings.registered;
import static org.huhang.query.kit.Happenings.returnAssessed;
import static org.huhang.query.kit.Happenings.returned;
import static org.huhang.query.kit.Happenings.temporaryCare;
import static org.huhang.query.kit.Told.told;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.huhang.kernel.area.guardianship.Guardianship.InTemporaryCare;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.value.CareMode;
import org.huhang.kernel.value.LapseGround;
import org.huhang.kernel.value.LongTermEndReason;
import org.huhang.query.area.CaseOutline;
import org.huhang.query.area.guardianship.GuardianshipDocument.LapseDocument;
import org.huhang.query.area.guardianship.GuardianshipDocument.LongTermEndDocument;
import org.huhang.query.area.guardianship.GuardianshipDocument.Status;
import org.huhang.query.kit.Told;
import org.junit.jupiter.api.Test;

class GuardianshipTest {

    private static final LapseDocument LAPSE =
            new LapseDocument(day("2024-02-01"), LapseGround.GUARDIAN_MISSING, "母亲失联");

    private static final CaseEvent LAPSED = lapsed("2024-02-01");
    private static final CaseEvent IN_CARE = temporaryCare("2024-02-02", "2024-05-02", "2025-02-02");

    @Test
    void why_guardianship_lapsed_is_shown_through_all_of_temporary_care() {
        for (GuardianshipDocument shown : new GuardianshipDocument[] {
            document(LAPSED),
            document(LAPSED, IN_CARE),
            document(LAPSED, IN_CARE, careReviewed("2024-03-01", "2024-06-01")),
            document(LAPSED, IN_CARE, returnAssessed("2024-03-01")),
            document(LAPSED, IN_CARE, careChanged("2024-03-01", "2024-06-01"))
        }) {
            assertThat(shown.ground()).isEqualTo("GUARDIAN_MISSING");
            assertThat(shown.circumstances()).isEqualTo("母亲失联");
            assertThat(shown.lapse()).isEqualTo(LAPSE);
        }
    }

    @Test
    void a_ward_of_the_state_shows_its_own_ground_beside_that_of_the_lapse() {
        GuardianshipDocument shown = document(LAPSED, IN_CARE, longTerm("2024-06-01"));

        assertThat(shown.ground()).isEqualTo("PARENTS_NOT_FOUND");
        assertThat(shown.circumstances()).isEqualTo("多方查找未果");
        assertThat(shown.lapse()).isEqualTo(LAPSE);
        assertThat(document(LAPSED, longTerm("2024-06-01")).lapse()).isEqualTo(LAPSE);
    }

    @Test
    void a_child_that_is_guarded_again_has_no_lapse_any_more() {
        assertThat(document(LAPSED, IN_CARE, returned("2024-06-01")).lapse()).isNull();
        assertThat(document(LAPSED, longTerm("2024-06-01"), adopted("2024-07-01"))
                        .lapse())
                .isNull();
    }

    @Test
    void another_carer_is_shown_from_the_day_of_the_change_in_the_same_care() {
        GuardianshipDocument shown = document(
                LAPSED, IN_CARE, careReviewed("2024-03-01", "2024-06-01"), careChanged("2024-04-01", "2024-07-01"));

        assertThat(shown.status()).isEqualTo(Status.IN_TEMPORARY_CARE);
        assertThat(shown.since()).isEqualTo("2024-02-02");
        assertThat(shown.mode()).isEqualTo(CareMode.WELFARE_INSTITUTION);
        assertThat(shown.carer()).isEqualTo("县儿童福利院");
        assertThat(shown.carerContact()).isNull();
        assertThat(shown.carerSince()).isEqualTo("2024-04-01");
        assertThat(shown.reviewBy()).isEqualTo("2024-07-01");
        assertThat(shown.lastReview().on()).isEqualTo("2024-03-01");
    }

    @Test
    void the_review_is_due_anew_from_a_change_and_the_year_runs_from_the_first_carer() {
        Told care = of(LAPSED, IN_CARE, careChanged("2024-04-01", "2024-07-01"));

        assertThat(care.duties())
                .containsEntry(REVIEW_TEMPORARY_CARE, day("2024-07-01"))
                .containsEntry(TEMPORARY_CARE_ONE_YEAR, day("2025-02-02"));
    }

    @Test
    void the_ledger_shows_the_mode_of_today_since_the_first_day_of_care() {
        Care care = Care.of(of(LAPSED, IN_CARE, careChanged("2024-04-01", "2024-07-01"))
                .outline()
                .guardianship());

        assertThat(care)
                .isEqualTo(new Care(
                        CareState.TEMPORARY_CARE,
                        day("2024-02-02"),
                        CareMode.WELFARE_INSTITUTION,
                        day("2024-07-01"),
                        day("2025-02-02")));
    }

    @Test
    void an_adopted_child_is_guarded_from_that_day_and_shows_what_ended_the_guardianship_of_the_state() {
        GuardianshipDocument shown = document(LAPSED, longTerm("2024-06-01"), adopted("2024-07-01"));

        assertThat(shown.status()).isEqualTo(Status.GUARDED);
        assertThat(shown.since()).isEqualTo("2024-07-01");
        assertThat(shown.ground()).isNull();
        assertThat(shown.longTermEnd())
                .isEqualTo(new LongTermEndDocument(day("2024-07-01"), LongTermEndReason.ADOPTED, "收养登记证"));
        assertThat(document(LAPSED, longTerm("2024-06-01"), adopted("2024-07-01"), lapsed("2024-08-01"))
                        .longTermEnd())
                .isNull();
    }

    @Test
    void care_of_which_no_lapse_is_told_before_it_shows_none() {
        assertThat(document(IN_CARE).lapse()).isNull();
        assertThat(document(IN_CARE).ground()).isNull();
        assertThat(document(longTerm("2024-06-01")).lapse()).isNull();
    }

    @Test
    void a_row_keeps_all_of_temporary_care_but_who_gives_it() {
        CaseOutline outline =
                of(LAPSED, IN_CARE, careChanged("2024-04-01", "2024-07-01")).outline();
        String row = CaseOutline.COLUMN.write().apply(outline);
        CaseOutline read = CaseOutline.COLUMN.read().apply(row);

        assertThat(row).doesNotContain("carer", "县儿童福利院", "孙丽");
        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFields("course.areas.guardianship.carer")
                .isEqualTo(outline);
        assertThat(((InTemporaryCare) read.guardianship()).carer()).isEmpty();
    }

    private static GuardianshipDocument document(CaseEvent... facts) {
        Told told = of(facts);
        return GuardianshipDocument.of(told.outline().guardianship(), told);
    }

    private static Told of(CaseEvent... facts) {
        return told(Stream.concat(Stream.of(registered("2024-01-10")), Stream.of(facts))
                .toArray(CaseEvent[]::new));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
