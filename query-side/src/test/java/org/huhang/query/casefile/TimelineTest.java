package org.huhang.query.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.query.kit.Happenings.*;
import static org.huhang.query.kit.Story.CHILD;
import static org.huhang.query.kit.Story.OTHER;

import java.time.Instant;
import java.util.List;
import org.huhang.kernel.area.file.Lifecycle;
import org.huhang.kernel.area.keycare.KeyCare;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.RiskLevel;
import org.huhang.query.casefile.Timeline.Step;
import org.huhang.query.kit.Story;
import org.junit.jupiter.api.Test;

class TimelineTest {

    /** Moved on 1 May, and the office heard of it on 20 June only. */
    private static final List<Recorded> LATE_MOVE = new Story()
            .on("2024-03-01")
            .recorded(registered("2024-03-01"))
            .on("2024-04-10")
            .recorded(attached("E1", "2024-04-10"))
            .on("2024-06-20")
            .recorded(moved("330106", "2024-05-01"))
            .history(CHILD);

    @Test
    void what_was_known_in_may_is_the_old_residence() {
        assertThat(residence(Asked.of("2024-05-15", null, LATE_MOVE), LATE_MOVE))
                .isEqualTo("330109101");
    }

    @Test
    void what_was_true_in_may_is_the_new_residence() {
        assertThat(residence(Asked.of(null, "2024-05-15", LATE_MOVE), LATE_MOVE))
                .isEqualTo("330106");
        assertThat(residence(Asked.of(null, "2024-04-30", LATE_MOVE), LATE_MOVE))
                .isEqualTo("330109101");
    }

    @Test
    void what_was_known_in_june_of_a_day_in_may_is_still_the_old_residence() {
        assertThat(residence(Asked.of("2024-06-19", "2024-05-15", LATE_MOVE), LATE_MOVE))
                .isEqualTo("330109101");
        assertThat(residence(Asked.of("2024-06-20", "2024-05-15", LATE_MOVE), LATE_MOVE))
                .isEqualTo("330106");
    }

    @Test
    void a_day_of_knowing_ends_at_midnight_in_shanghai() {
        // 2024-06-20T10:00 in Shanghai is 02:00 UTC.
        assertThat(residence(Asked.of("2024-06-20T01:59:59Z", null, LATE_MOVE), LATE_MOVE))
                .isEqualTo("330109101");
        assertThat(residence(Asked.of("2024-06-20T10:00:00+08:00", null, LATE_MOVE), LATE_MOVE))
                .isEqualTo("330106");
        List<Recorded> atMidnight = new Story()
                .at(Instant.parse("2024-03-01T15:59:59Z"))
                .recorded(registered("2024-03-01"))
                .at(Instant.parse("2024-03-01T16:00:00Z"))
                .recorded(moved("330106", "2024-03-01"))
                .history(CHILD);
        assertThat(residence(Asked.of("2024-03-01", null, atMidnight), atMidnight))
                .isEqualTo("330109101");
        assertThat(residence(Asked.of("2024-03-02", null, atMidnight), atMidnight))
                .isEqualTo("330106");
    }

    @Test
    void what_was_known_at_a_position_includes_it() {
        assertThat(residence(Asked.of("2", null, LATE_MOVE), LATE_MOVE)).isEqualTo("330109101");
        assertThat(residence(Asked.of("3", null, LATE_MOVE), LATE_MOVE)).isEqualTo("330106");
    }

    @Test
    void before_its_registration_a_case_was_neither_known_nor_true() {
        assertThat(Pictures.timeline(Asked.of("2024-02-29", null, LATE_MOVE), LATE_MOVE)
                        .answer())
                .isEmpty();
        assertThat(Pictures.timeline(Asked.of(null, "2024-02-29", LATE_MOVE), LATE_MOVE)
                        .answer())
                .isEmpty();
    }

    @Test
    void a_fact_dated_before_the_registration_is_true_from_the_registration() {
        List<Recorded> history = new Story()
                .on("2024-03-01")
                .recorded(registered("2024-03-01"), attached("E1", "2020-01-01"))
                .history(CHILD);

        assertThat(Pictures.timeline(Asked.of(null, "2024-02-29", history), history)
                        .answer())
                .isEmpty();
        assertThat(Pictures.timeline(Asked.of(null, "2024-03-01", history), history)
                        .answer()
                        .orElseThrow()
                        .child()
                        .identity()
                        .documents())
                .hasSize(1);
    }

    @Test
    void a_corrected_name_was_always_true_but_not_always_known() {
        List<Recorded> history = new Story()
                .on("2024-03-01")
                .recorded(registered("2024-03-01"))
                .on("2024-07-01")
                .recorded(corrected("2024-03-01", "李铭"))
                .history(CHILD);

        assertThat(name(Asked.of("2024-06-30", null, history), history)).isEqualTo("李明");
        assertThat(name(Asked.of(null, "2024-03-01", history), history)).isEqualTo("李铭");
        assertThat(name(Asked.of("2024-06-30", "2024-03-01", history), history)).isEqualTo("李明");
    }

    @Test
    void a_paper_that_a_correction_removed_does_not_come_back_when_folded_by_effect() {
        List<Recorded> history = new Story()
                .on("2024-04-01")
                .recorded(registered("2024-03-01"), attached("E9", "2024-04-01"), corrected("2024-03-01", "李铭"))
                .on("2024-05-01")
                .recorded(attached("E1", "2024-05-01"))
                .history(CHILD);

        assertThat(Pictures.timeline(Asked.of(null, "2024-06-01", history), history)
                        .answer()
                        .orElseThrow()
                        .child()
                        .identity()
                        .documents())
                .containsExactly(passport("E1"));
    }

    @Test
    void what_was_heard_later_is_told_with_what_it_changes() {
        Timeline timeline = Pictures.timeline(Asked.of("2024-05-15", null, LATE_MOVE), LATE_MOVE);

        assertThat(names(timeline.base())).containsExactly("ChildRegistered", "IdentityDocumentAttached");
        assertThat(timeline.since()).singleElement().satisfies(step -> {
            assertThat(timeline.knownLater(step.fact())).isTrue();
            assertThat(timeline.trueLater(step.fact())).isFalse();
            assertThat(step.before().child().residence().division().code().digits())
                    .isEqualTo("330109101");
            assertThat(step.after().child().residence().division().code().digits())
                    .isEqualTo("330106");
        });
    }

    @Test
    void what_was_heard_later_of_an_earlier_day_takes_its_place_and_not_the_last_word() {
        List<Recorded> history = new Story()
                .on("2024-03-01")
                .recorded(registered("2024-03-01"))
                .on("2024-06-01")
                .recorded(moved("330106", "2024-06-01"))
                .on("2024-07-01")
                .recorded(moved("330108", "2024-05-01"))
                .history(CHILD);

        Timeline timeline = Pictures.timeline(Asked.of("2024-06-15", "2024-06-15", history), history);

        assertThat(residence(Asked.of("2024-06-15", "2024-06-15", history), history))
                .isEqualTo("330106");
        assertThat(timeline.since()).singleElement().satisfies(step -> {
            assertThat(step.fact().version()).isEqualTo(2);
            assertThat(step.after().child().residence())
                    .isEqualTo(step.before().child().residence());
        });
    }

    @Test
    void a_late_visit_shows_a_day_before_the_risk_rose_as_it_was_and_the_case_now_as_it_is() {
        List<Recorded> history = new Story()
                .on("2024-05-01")
                .recorded(
                        registered("2024-03-01"),
                        listed("2024-03-05", "2024-04-04"),
                        reassessed("2024-05-01", "2024-05-08"))
                .on("2024-05-20")
                .recorded(visited("2024-04-01", "2024-05-02"))
                .history(CHILD);

        KeyCare.Listed then = listing(Asked.of(null, "2024-04-15", history), history);
        assertThat(then.risk()).isEqualTo(RiskLevel.MEDIUM);
        assertThat(then.nextVisit().by()).isEqualTo("2024-05-02");
        for (Question now : List.of(Asked.of("2024-05-20", null, history), Asked.of(null, "2024-05-20", history))) {
            assertThat(listing(now, history).risk()).isEqualTo(RiskLevel.HIGH);
            assertThat(listing(now, history).nextVisit().by()).isEqualTo("2024-05-08");
        }
    }

    /** Absorbed on 1 April; that there are two children was found on 1 June. */
    private static final List<Recorded> UNDONE_MERGE = new Story()
            .on("2024-04-01")
            .recorded(registered("2024-03-01"), merged(OTHER, CHILD, "2024-04-01"))
            .on("2024-06-01")
            .recorded(unmerged(OTHER, CHILD, "2024-06-01"))
            .history(CHILD);

    @Test
    void a_case_whose_merge_was_undone_was_open_on_every_day() {
        for (String day : List.of("2024-03-31", "2024-05-01", "2024-06-01")) {
            assertThat(lifecycle(Asked.of(null, day, UNDONE_MERGE), UNDONE_MERGE))
                    .isInstanceOf(Lifecycle.Open.class);
        }
    }

    @Test
    void until_its_undoing_was_known_a_merge_was_taken_to_be_true() {
        assertThat(lifecycle(Asked.of("2024-05-31", "2024-05-01", UNDONE_MERGE), UNDONE_MERGE))
                .isInstanceOf(Lifecycle.Absorbed.class);
        assertThat(lifecycle(Asked.of("2024-05-31", null, UNDONE_MERGE), UNDONE_MERGE))
                .isInstanceOf(Lifecycle.Absorbed.class);
        assertThat(lifecycle(Asked.of("2024-06-01", null, UNDONE_MERGE), UNDONE_MERGE))
                .isInstanceOf(Lifecycle.Open.class);
    }

    @Test
    void a_case_merged_again_was_absorbed_by_the_second_merge_only() {
        List<Recorded> history = new Story()
                .on("2024-09-01")
                .recorded(
                        registered("2024-03-01"),
                        merged(OTHER, CHILD, "2024-04-01"),
                        unmerged(OTHER, CHILD, "2024-06-01"),
                        merged(OTHER, CHILD, "2024-08-01"))
                .history(CHILD);

        assertThat(lifecycle(Asked.of(null, "2024-05-01", history), history)).isInstanceOf(Lifecycle.Open.class);
        assertThat(lifecycle(Asked.of(null, "2024-08-01", history), history)).isInstanceOf(Lifecycle.Absorbed.class);
    }

    private static Lifecycle lifecycle(Question question, List<Recorded> history) {
        return Pictures.timeline(question, history).answer().orElseThrow().lifecycle();
    }

    private static KeyCare.Listed listing(Question question, List<Recorded> history) {
        return Pictures.timeline(question, history)
                .answer()
                .orElseThrow()
                .keyCare()
                .listed()
                .orElseThrow();
    }

    private static String residence(Question question, List<Recorded> history) {
        return Pictures.timeline(question, history)
                .answer()
                .orElseThrow()
                .child()
                .residence()
                .division()
                .code()
                .digits();
    }

    private static String name(Question question, List<Recorded> history) {
        return Pictures.timeline(question, history)
                .answer()
                .orElseThrow()
                .child()
                .identity()
                .name()
                .reveal();
    }

    private static List<String> names(List<Step> steps) {
        return steps.stream()
                .map(step -> EventCatalogue.name(step.fact().event().getClass()))
                .toList();
    }
}
