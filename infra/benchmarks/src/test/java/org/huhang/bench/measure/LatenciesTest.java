package org.huhang.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LatenciesTest {

    @Test
    void every_quantile_is_within_two_per_cent_of_the_true_one() {
        long seed = 20260301;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        long[] times = random.longs(100_000, 0, 60_000_000_000L)
                .map(time -> time >> random.nextInt(36))
                .toArray();
        Latencies latencies = new Latencies();
        Arrays.stream(times).forEach(latencies::add);
        Arrays.sort(times);

        for (double share : new double[] {0.01, 0.5, 0.99, 0.999, 1}) {
            double truth = times[(int) Math.ceil(share * times.length) - 1] / 1e6;
            assertThat(latencies.millis(share)).isCloseTo(truth, within(truth * 0.02 + 1e-9));
        }
    }

    @Test
    void several_threads_times_add_up() {
        Latencies fast = new Latencies();
        Latencies slow = new Latencies();
        for (int time = 0; time < 99; time++) {
            fast.add(1_000_000);
        }
        slow.add(1_000_000_000);
        fast.add(slow);

        assertThat(fast.count()).isEqualTo(100);
        assertThat(fast.millis(0.99)).isCloseTo(1, within(0.02));
        assertThat(fast.millis(1)).isCloseTo(1000, within(20.0));
    }

    @Test
    void nothing_measured_is_no_figure() {
        assertThat(new Latencies().millis(0.5)).isNaN();
    }

    @Test
    void raw_data_reads_back_as_it_was() {
        Latencies latencies = new Latencies();
        new Random(1).longs(1000, 0, 1_000_000_000).forEach(latencies::add);
        JsonMapper json = JsonMapper.shared();

        Latencies again = json.readValue(json.writeValueAsString(latencies), Latencies.class);

        assertThat(again.count()).isEqualTo(1000);
        assertThat(again.millis(0.99)).isEqualTo(latencies.millis(0.99));
    }
}
