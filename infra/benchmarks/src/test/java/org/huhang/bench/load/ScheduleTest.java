package org.huhang.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {

    @Test
    void requests_are_due_at_the_rate_asked_for_however_late_they_are_taken() {
        Schedule prompt = Schedule.atRandom(1000, 7);
        Schedule late = Schedule.atRandom(1000, 7);
        prompt.begin(0);
        late.begin(0);
        long due = 0;
        for (int request = 0; request < 100_000; request++) {
            due = prompt.take(due);
            assertThat(late.take(due + 5_000_000_000L)).isEqualTo(due);
        }

        assertThat(due / 1e9).isCloseTo(100, within(2.0));
    }

    @Test
    void without_a_rate_a_request_is_due_as_soon_as_it_can_be_sent() {
        assertThat(Schedule.always().nextDue(5)).isEqualTo(5);
        assertThat(Schedule.always().take(6)).isEqualTo(6);
    }
}
