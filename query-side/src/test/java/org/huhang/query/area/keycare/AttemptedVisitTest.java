package org.huhang.query.area.keycare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.query.area.TaskKind.CHILD_NOT_SEEN;
import static org.huhang.query.area.TaskKind.VISIT_DUE;
import static org.huhang.query.area.keycare.KeyCareHappenings.attempted;
import static org.huhang.query.kit.Happenings.delisted;
import static org.huhang.query.kit.Happenings.listed;
import static org.huhang.query.kit.Happenings.reassessed;
import static org.huhang.query.kit.Happenings.registered;
import static org.huhang.query.kit.Happenings.visited;
import static org.huhang.query.kit.Told.told;

import java.time.LocalDate;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.query.area.keycare.KeyCareDocument.AttemptDocument;
import org.huhang.query.kit.Told;
import org.junit.jupiter.api.Test;

/** Two attempts in a row call for a search. */
class AttemptedVisitTest {

    private static final CaseEvent REGISTERED = registered("2024-01-10");
    private static final CaseEvent LISTED = listed("2024-02-01", "2024-03-02");

    @Test
    void one_attempt_is_shown_and_changes_nothing_of_what_is_due() {
        assertThat(told(REGISTERED, LISTED, attempted("2024-02-10")).duties())
                .isEqualTo(told(REGISTERED, LISTED).duties());
        KeyCareDocument shown = document(REGISTERED, LISTED, attempted("2024-02-10"));
        assertThat(shown.attempts()).containsExactly(new AttemptDocument(LocalDate.parse("2024-02-10"), "赵敏", "家中无人"));
        assertThat(shown.notSeenSince()).isNull();
        assertThat(shown.lastVisit()).isNull();
    }

    @Test
    void somebody_is_to_look_into_it_from_the_second_in_a_row_on() {
        CaseEvent[] facts = {
            REGISTERED, LISTED, attempted("2024-02-10"), attempted("2024-02-14"), attempted("2024-02-20")
        };
        assertThat(told(facts).duties())
                .containsEntry(CHILD_NOT_SEEN, LocalDate.parse("2024-02-14"))
                .containsEntry(VISIT_DUE, LocalDate.parse("2024-03-02"));
        assertThat(document(facts).notSeenSince()).isEqualTo("2024-02-14");
    }

    @Test
    void an_attempt_told_late_lies_where_it_was_true() {
        assertThat(told(REGISTERED, LISTED, attempted("2024-02-20"), attempted("2024-02-10"))
                        .duties())
                .containsEntry(CHILD_NOT_SEEN, LocalDate.parse("2024-02-20"));
        CaseEvent visited = visited("2024-02-15", "2024-03-16");
        assertThat(told(REGISTERED, LISTED, visited, attempted("2024-02-20"), attempted("2024-02-10"))
                        .duties())
                .doesNotContainKey(CHILD_NOT_SEEN);
    }

    @Test
    void a_visit_ends_the_search_and_one_told_late_leaves_what_came_after_it() {
        CaseEvent[] tried = {attempted("2024-02-10"), attempted("2024-02-14"), attempted("2024-02-20")};
        assertThat(told(REGISTERED, LISTED, tried[0], tried[1], tried[2], visited("2024-02-20", "2024-03-21"))
                        .duties())
                .doesNotContainKey(CHILD_NOT_SEEN);
        assertThat(told(REGISTERED, LISTED, tried[0], tried[1], tried[2], visited("2024-02-12", "2024-03-13"))
                        .duties())
                .containsEntry(CHILD_NOT_SEEN, LocalDate.parse("2024-02-20"));
        assertThat(document(REGISTERED, LISTED, tried[0], tried[1], tried[2], visited("2024-02-14", "2024-03-13"))
                        .attempts())
                .extracting(AttemptDocument::on)
                .containsExactly(LocalDate.parse("2024-02-20"));
    }

    @Test
    void judging_anew_ends_no_search_and_leaving_the_ledger_does() {
        CaseEvent[] tried = {attempted("2024-02-10"), attempted("2024-02-14")};
        assertThat(told(REGISTERED, LISTED, tried[0], tried[1], reassessed("2024-02-16", "2024-02-23"))
                        .duties())
                .containsKey(CHILD_NOT_SEEN);
        assertThat(told(REGISTERED, LISTED, tried[0], tried[1], delisted("2024-02-16"))
                        .duties())
                .doesNotContainKey(CHILD_NOT_SEEN);
        assertThat(told(
                                REGISTERED,
                                LISTED,
                                tried[0],
                                tried[1],
                                delisted("2024-02-16"),
                                listed("2024-03-01", "2024-04-01"))
                        .duties())
                .doesNotContainKey(CHILD_NOT_SEEN);
    }

    @Test
    void an_attempt_of_before_the_listing_counts_for_nothing() {
        assertThat(told(REGISTERED, LISTED, attempted("2024-01-31"), attempted("2024-02-10"))
                        .duties())
                .doesNotContainKey(CHILD_NOT_SEEN);
        assertThat(told(REGISTERED, attempted("2024-01-31")).outline().keyCare().listed())
                .isEmpty();
    }

    private static KeyCareDocument document(CaseEvent... facts) {
        Told told = told(facts);
        return KeyCareDocument.of(told.outline().keyCare(), told);
    }
}
