package org.huhang.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.huhang.bench.load.HeadCall;
import org.huhang.bench.measure.Done;
import org.huhang.bench.measure.Latencies;
import org.huhang.bench.measure.Promises;
import org.huhang.bench.measure.Results;
import org.huhang.bench.measure.Sample;
import org.junit.jupiter.api.Test;

class MomentsBenchmarkTest {

    private static final double ROUNDED = 0.04;

    @Test
    void an_answer_as_of_now_is_judged_beside_the_worse_number_of_writers_by_the_commits_beside_the_same() {
        Results results = new Results();
        took(results, HeadCall.COMMIT, 0, 1);
        took(results, HeadCall.WAIT, 0, 0.2);
        took(results, HeadCall.AS_OF_NOW, 0, 0.3);
        took(results, HeadCall.ROUND_TRIP, 0, 0.2);
        took(results, HeadCall.COMMIT, 1, 2);
        took(results, HeadCall.WAIT, 1, 2);
        took(results, HeadCall.AS_OF_NOW, 1, 3);
        took(results, HeadCall.COMMIT, 8, 10);
        took(results, HeadCall.WAIT, 8, 8);
        took(results, HeadCall.AS_OF_NOW, 8, 9);

        String table = MomentsBenchmark.judged(results);

        assertThat(results.of(Promises.WAIT_AT_THE_HEAD)).isCloseTo(1.5, within(ROUNDED));
        assertThat(results.of(Promises.WAIT_WHERE_NOBODY_WRITES)).isCloseTo(0.1, within(0.01));
        assertThat(results.of("the wait alone / one-row commit, p99")).isCloseTo(1, within(ROUNDED));
        assertThat(Promises.table(results).lines().filter(line -> line.startsWith(Promises.WAIT_AT_THE_HEAD)))
                .singleElement()
                .asString()
                .endsWith("MISSED");
        assertThat(table.lines().filter(line -> line.contains(HeadCall.WAIT.words())))
                .hasSize(3);
    }

    private static void took(Results results, HeadCall call, int writers, double millis) {
        Latencies latencies = new Latencies();
        latencies.add((long) (millis * 1e6));
        Done done = new Done(1, 1, 0, latencies, Map.of());
        results.add(List.of(new Sample(call.words(), "calls", writers, 1, 1, Double.NaN, Double.NaN, done)));
    }
}
