package org.huhang.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.query.kit.Happenings.closed;
import static org.huhang.query.kit.Happenings.corrected;
import static org.huhang.query.kit.Happenings.delisted;
import static org.huhang.query.kit.Happenings.hukouMoved;
import static org.huhang.query.kit.Happenings.lapsed;
import static org.huhang.query.kit.Happenings.leftBehind;
import static org.huhang.query.kit.Happenings.leftBehindEnded;
import static org.huhang.query.kit.Happenings.listed;
import static org.huhang.query.kit.Happenings.merged;
import static org.huhang.query.kit.Happenings.migrant;
import static org.huhang.query.kit.Happenings.migrantEnded;
import static org.huhang.query.kit.Happenings.moved;
import static org.huhang.query.kit.Happenings.reassessed;
import static org.huhang.query.kit.Happenings.reconfirmed;
import static org.huhang.query.kit.Happenings.registered;
import static org.huhang.query.kit.Happenings.reopened;
import static org.huhang.query.kit.Happenings.returned;
import static org.huhang.query.kit.Happenings.screenedOut;
import static org.huhang.query.kit.Happenings.temporaryCare;
import static org.huhang.query.kit.Happenings.toReview;
import static org.huhang.query.kit.Happenings.unmerged;
import static org.huhang.query.kit.Happenings.visited;
import static org.huhang.query.kit.Story.CHILD;
import static org.huhang.query.kit.Story.OTHER;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huhang.kernel.area.file.FileEvent.CaseClosed;
import org.huhang.kernel.area.file.FileEvent.IdentityCorrected;
import org.huhang.kernel.area.keycare.KeyCareEvent.KeyCareDelisted;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreenedAsMigrant;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.CloseReason;
import org.huhang.kernel.value.DelistReason;
import org.huhang.kernel.value.MigrantBand;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.PersonName;
import org.huhang.kernel.value.Sex;
import org.huhang.query.area.Measure;
import org.huhang.query.kit.Happenings;
import org.huhang.query.kit.Story;
import org.junit.jupiter.api.Test;

class SpellsTest {

    private static final CaseEvent REGISTERED = registered("2024-01-10");

    @Test
    void a_migrant_counts_from_the_day_of_the_finding_until_the_day_before_it_ended() {
        assertThat(days(Measure.MIGRANT, REGISTERED, migrant("2024-03-01", null), migrantEnded("2024-06-01")))
                .containsExactly("2024-03-01..2024-06-01");
    }

    @Test
    void a_finding_that_still_holds_has_no_end() {
        assertThat(days(Measure.LEFT_BEHIND, REGISTERED, leftBehind("2024-03-01")))
                .containsExactly("2024-03-01..");
    }

    @Test
    void a_status_counts_while_a_person_is_to_judge_and_until_they_have() {
        CaseEvent[] facts = {REGISTERED, migrant("2024-03-01", null), toReview("2024-05-01"), leftBehind("2024-06-01")};
        assertThat(days(Measure.MIGRANT, facts)).containsExactly("2024-03-01..2024-06-01");
        assertThat(days(Measure.UNDER_REVIEW, facts)).containsExactly("2024-05-01..2024-06-01");
        assertThat(days(Measure.LEFT_BEHIND, facts)).containsExactly("2024-06-01..");
    }

    @Test
    void the_end_of_a_left_behind_status_ends_no_migrant_status() {
        assertThat(days(Measure.MIGRANT, REGISTERED, migrant("2024-03-01", null), leftBehindEnded("2024-06-01")))
                .containsExactly("2024-03-01..");
    }

    @Test
    void a_township_crossing_is_counted_apart_and_stays_so_when_reconfirmed() {
        CaseEvent township = new ScreenedAsMigrant(
                Happenings.screening("2024-03-01", null),
                MigrantBand.TOWNSHIP,
                Optional.empty(),
                LocalDate.parse("2024-03-01"));
        CaseEvent[] facts = {REGISTERED, township, reconfirmed("2024-09-01", null)};
        assertThat(days(Measure.MIGRANT_TOWNSHIP, facts)).containsExactly("2024-03-01..");
        assertThat(days(Measure.MIGRANT, facts)).isEmpty();
    }

    @Test
    void nothing_counts_before_the_child_was_registered() {
        assertThat(days(
                        Measure.ON_FILE,
                        REGISTERED,
                        reopened("2024-01-02"),
                        moved("330109101", "2024-01-02"),
                        hukouMoved("330109", "2024-01-02")))
                .containsExactly("2024-01-10..");
    }

    @Test
    void a_fact_recorded_late_takes_its_place_among_the_earlier_ones() {
        assertThat(days(
                        Measure.MIGRANT,
                        REGISTERED,
                        migrant("2024-03-01", null),
                        migrant("2024-08-01", null),
                        screenedOut("2024-05-01")))
                .containsExactly("2024-03-01..2024-05-01", "2024-08-01..");
    }

    @Test
    void of_two_findings_of_one_day_the_one_recorded_later_holds() {
        CaseEvent[] facts = {REGISTERED, migrant("2024-03-01", null), leftBehind("2024-03-01")};
        assertThat(days(Measure.MIGRANT, facts)).isEmpty();
        assertThat(days(Measure.LEFT_BEHIND, facts)).containsExactly("2024-03-01..");
    }

    @Test
    void a_move_splits_a_spell_and_each_part_counts_where_the_child_was() {
        List<Spell> migrant = spells(REGISTERED, migrant("2024-03-01", null), moved("330102001", "2024-07-01")).stream()
                .filter(spell -> spell.measure() == Measure.MIGRANT)
                .toList();
        assertThat(migrant).extracting(Spell::residence).containsExactly("330109101", "330102001");
        assertThat(migrant).extracting(SpellsTest::text).containsExactly("2024-03-01..2024-07-01", "2024-07-01..");
    }

    @Test
    void a_move_of_the_household_registration_splits_likewise() {
        assertThat(days(Measure.ON_FILE, REGISTERED, hukouMoved("330109", "2024-07-01")))
                .containsExactly("2024-01-10..2024-07-01", "2024-07-01..");
    }

    @Test
    void a_corrected_birth_date_holds_from_the_start() {
        LocalDate born = LocalDate.parse("2010-01-01");
        assertThat(spells(REGISTERED, migrant("2024-03-01", null), identity(born)))
                .extracting(Spell::birthDate)
                .containsOnly(born);
    }

    @Test
    void a_corrected_name_changes_no_spell() {
        CaseEvent migrant = migrant("2024-03-01", null);
        assertThat(spells(REGISTERED, migrant, corrected("2024-01-10", "李鸣"))).isEqualTo(spells(REGISTERED, migrant));
    }

    @Test
    void a_reconfirmation_and_a_home_visit_change_no_spell() {
        CaseEvent migrant = migrant("2024-03-01", null);
        CaseEvent listed = listed("2024-03-01", "2024-03-31");
        assertThat(spells(
                        REGISTERED,
                        migrant,
                        listed,
                        reconfirmed("2024-09-01", null),
                        visited("2024-03-20", "2024-04-19")))
                .isEqualTo(spells(REGISTERED, migrant, listed));
    }

    @Test
    void an_absorbed_case_counts_on_no_day_and_on_all_of_them_again_when_the_merge_is_undone() {
        CaseEvent migrant = migrant("2024-03-01", null);
        CaseEvent merged = merged(OTHER, CHILD, "2024-08-01");
        assertThat(spells(REGISTERED, migrant, merged)).isEmpty();
        assertThat(spells(REGISTERED, migrant, merged, unmerged(OTHER, CHILD, "2024-10-01")))
                .isEqualTo(spells(REGISTERED, migrant));
    }

    @Test
    void the_surviving_case_counts_as_before() {
        assertThat(spells(REGISTERED, merged(CHILD, OTHER, "2024-08-01"))).isEqualTo(spells(REGISTERED));
    }

    @Test
    void a_closed_case_ends_every_spell_and_a_reopened_one_carries_on() {
        CaseEvent[] facts = {
            REGISTERED, migrant("2024-03-01", null), closed("2024-06-01"), reopened("2024-09-01"),
        };
        assertThat(days(Measure.ON_FILE, facts)).containsExactly("2024-01-10..2024-06-01", "2024-09-01..");
        assertThat(days(Measure.MIGRANT, facts)).containsExactly("2024-03-01..2024-06-01", "2024-09-01..");
    }

    @Test
    void a_case_registered_in_error_never_counted() {
        CaseEvent inError =
                new CaseClosed(CloseReason.REGISTERED_IN_ERROR, Optional.empty(), LocalDate.parse("2024-06-01"));
        assertThat(spells(REGISTERED, migrant("2024-03-01", null), inError)).isEmpty();
    }

    @Test
    void a_listing_in_error_never_counted_and_leaves_the_one_before_it_alone() {
        CaseEvent inError =
                new KeyCareDelisted(DelistReason.LISTED_IN_ERROR, Optional.empty(), LocalDate.parse("2024-09-01"));
        assertThat(days(
                        Measure.KEY_CARE,
                        REGISTERED,
                        listed("2024-02-01", "2024-03-01"),
                        delisted("2024-04-01"),
                        listed("2024-07-01", "2024-08-01"),
                        reassessed("2024-08-01", "2024-09-01"),
                        inError))
                .containsExactly("2024-02-01..2024-04-01");
    }

    @Test
    void a_ground_that_falls_away_ends_alone() {
        CaseEvent[] facts = {
            REGISTERED, listed("2024-02-01", "2024-03-01"), reassessed("2024-05-01", "2024-06-01"),
        };
        assertThat(days(Measure.DISABILITY, facts)).containsExactly("2024-02-01..2024-05-01");
        assertThat(days(Measure.HARDSHIP, facts)).containsExactly("2024-02-01..");
        assertThat(days(Measure.KEY_CARE, facts)).containsExactly("2024-02-01..");
    }

    @Test
    void lapse_temporary_care_and_return_follow_one_another() {
        CaseEvent[] facts = {
            REGISTERED,
            lapsed("2024-02-01"),
            temporaryCare("2024-02-05", "2024-05-05", "2025-02-05"),
            returned("2024-06-01"),
        };
        assertThat(days(Measure.GUARDIANSHIP_LAPSED, facts)).containsExactly("2024-02-01..2024-02-05");
        assertThat(days(Measure.TEMPORARY_CARE, facts)).containsExactly("2024-02-05..2024-06-01");
    }

    @Test
    void a_spell_names_the_facts_it_rests_on() {
        Spell migrant = spells(
                        REGISTERED,
                        listed("2024-02-01", "2024-03-01"),
                        moved("330102001", "2024-02-20"),
                        migrant("2024-03-01", null),
                        reconfirmed("2024-09-01", null))
                .stream()
                .filter(spell -> spell.measure() == Measure.MIGRANT)
                .findFirst()
                .orElseThrow();
        assertThat(migrant.because()).containsExactly(1L, 3L, 4L);
    }

    @Test
    void a_fact_taken_in_twice_changes_nothing() {
        Story story = new Story().recorded(REGISTERED, migrant("2024-03-01", null));
        Recorded last = story.history(CHILD).getLast();
        Timeline once = timeline(story);
        assertThat(History.evolve(once, last, () -> story.upTo(last))).isSameAs(once);
    }

    private static CaseEvent identity(LocalDate born) {
        return new IdentityCorrected(
                new ChildIdentity(PersonName.of("李明"), List.of(), Sex.MALE, born, List.of()),
                Narrative.of("登记有误"),
                LocalDate.parse("2024-01-10"));
    }

    static Timeline timeline(Story story) {
        Timeline line = Timeline.empty();
        for (Recorded fact : story.history(CHILD)) {
            line = History.evolve(line, fact, () -> story.upTo(fact));
        }
        return line;
    }

    private static List<Spell> spells(CaseEvent... facts) {
        return List.copyOf(Spells.of(timeline(new Story().recorded(facts))));
    }

    private static List<String> days(Measure measure, CaseEvent... facts) {
        return spells(facts).stream()
                .filter(spell -> spell.measure() == measure)
                .map(SpellsTest::text)
                .toList();
    }

    private static String text(Spell spell) {
        return spell.from() + ".." + (spell.to().equals(LocalDate.MAX) ? "" : spell.to());
    }
}
