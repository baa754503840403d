package org.huhang.query.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.huhang.query.kit.Happenings.registered;
import static org.huhang.query.kit.Happenings.visited;

import java.time.Instant;
import java.util.Optional;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.query.kit.Story;
import org.junit.jupiter.api.Test;

/** A list as of a day, paged through while that day ends in Shanghai. */
class PagesOverMidnightTest {

    private static final AskedList LIST = AskedList.of("list", Story.OFFICER).list();
    private static final String DAY = "2024-03-01";

    private final Story log = new Story().on(DAY).recorded(registered(DAY));
    private Instant now = Instant.parse("2024-03-01T15:00:00Z");
    private final Knowledge knowledge = new Knowledge(log.moments(() -> now), () -> now);

    @Test
    void a_list_as_of_today_goes_on_after_midnight_as_of_its_first_page() {
        Moment begun =
                knowledge.asOf("knownAt", DAY, null, Optional.empty()).moment().orElseThrow();
        log.at(Instant.parse("2024-03-01T15:30:00Z")).recorded(visited(DAY, "2024-04-01"));
        assertThat(furtherPage(begun.position(), DAY)).isEqualTo(begun);

        now = Instant.parse("2024-03-01T16:30:00Z");

        assertThat(furtherPage(begun.position(), DAY)).as("after midnight").isEqualTo(begun);
        assertThat(furtherPage(2, DAY).position()).isEqualTo(2);
    }

    @Test
    void a_page_of_later_than_the_day_is_none_of_that_list() {
        now = Instant.parse("2024-03-01T16:30:00Z");
        log.at(now).recorded(visited("2024-03-02", "2024-04-01"));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> furtherPage(2, DAY))
                .satisfies(refused ->
                        assertThat(refused.refusal().errors().getFirst().code()).isEqualTo(RefusalCode.INVALID_CURSOR));
        assertThatExceptionOfType(Refused.class).as("of another moment").isThrownBy(() -> furtherPage(1, "2"));
    }

    private Moment furtherPage(long begun, String knownAt) {
        return knowledge
                .asOf("knownAt", knownAt, null, Cursor.read(LIST, 1, Cursor.write(LIST, begun)))
                .moment()
                .orElseThrow();
    }
}
