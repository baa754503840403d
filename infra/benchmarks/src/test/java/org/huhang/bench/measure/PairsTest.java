package org.huhang.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairsTest {

    @Test
    void a_machine_that_slows_down_between_two_rounds_does_not_move_the_ratio() {
        List<Sample> one = List.of(sample(1, 105), sample(2, 210), sample(3, 104));
        List<Sample> other = List.of(sample(1, 100), sample(2, 200), sample(3, 100));

        assertThat(Pairs.ratios(one, other, Pairs::processor)).containsExactly(1.05, 1.05, 1.04);
    }

    @Test
    void a_round_in_which_only_one_had_its_turn_is_left_out() {
        assertThat(Pairs.ratios(List.of(sample(1, 100), sample(2, 100)), List.of(sample(2, 50)), Pairs::processor))
                .containsExactly(2.0);
    }

    @Test
    void processor_is_that_of_the_application_and_of_postgresql_together() {
        assertThat(Pairs.processor(sample(1, 100))).isEqualTo(100);
    }

    /** A quarter of it of PostgreSQL. */
    private static Sample sample(int round, double micros) {
        return new Sample("add", "commands", 64, round, 1000, micros * 0.75, micros * 0.25, Done.of(1000, 1));
    }
}
