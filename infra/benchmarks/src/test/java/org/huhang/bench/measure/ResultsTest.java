package org.huhang.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultsTest {

    @Test
    void one_disturbed_round_does_not_move_the_median() {
        assertThat(Medians.of(List.of(100.0, 101.0, 3.0, 99.0, 102.0))).isEqualTo(100);
        assertThat(Medians.of(List.of(1.0, 2.0))).isEqualTo(1.5);
        assertThat(Medians.of(List.of())).isNaN();
        assertThat(Medians.spread(List.of(90.0, 100.0, 120.0))).isCloseTo(0.3, within(1e-9));
    }

    @Test
    void a_ratio_is_of_medians_and_judged_by_must_and_aim() {
        Results results = new Results();
        results.add(List.of(sample("S2 add", 64, 400), sample("S2 add", 64, 500), sample("S2 add", 64, 9000)));
        results.add(List.of(sample("L5", 64, 1000)));
        Ratio ratio = Ratio.atLeast("S2 / L5", "S2 add @64", "L5 @64", 0.4, 0.6);

        assertThat(ratio.of(results)).isCloseTo(0.5, within(1e-9));
        assertThat(ratio.verdict(results)).isEqualTo(Ratio.Verdict.MUST_REACHED);
        assertThat(Ratio.atLeast("", "S2 add @64", "L5 @64", 0.4, 0.5).verdict(results))
                .isEqualTo(Ratio.Verdict.AIM_REACHED);
        assertThat(Ratio.atLeast("", "S2 add @64", "L5 @64", 0.51, 0.6).verdict(results))
                .isEqualTo(Ratio.Verdict.MISSED);
        assertThat(Ratio.atLeast("", "S2 add @64", "L1 @64", 0.4, 0.6).verdict(results))
                .isEqualTo(Ratio.Verdict.NOT_MEASURED);
    }

    @Test
    void a_time_is_the_better_the_less_it_is() {
        Results results = new Results();
        results.add(Promises.VISIBLE_P99, 7);
        Ratio ratio = Ratio.atMost("visible", Promises.VISIBLE_P99, 10, 5);

        assertThat(ratio.verdict(results)).isEqualTo(Ratio.Verdict.MUST_REACHED);
        results.add(Promises.VISIBLE_P99, 11);
        assertThat(ratio.verdict(results)).isEqualTo(Ratio.Verdict.MISSED);
    }

    @Test
    void the_table_also_names_what_was_not_measured() {
        Results results = new Results();
        results.add(List.of(sample("S1 add", 64, 300), sample("L1", 64, 100)));

        String table = Promises.table(results);

        assertThat(table.lines().filter(line -> line.startsWith("S1 / L1")))
                .singleElement()
                .asString()
                .contains("3.00", "2.0", "3.0", "aim reached");
        assertThat(table.lines().filter(line -> line.endsWith("not measured in this run")))
                .hasSize(Promises.ALL.size() - 1);
    }

    @Test
    void every_round_is_kept_as_json(@TempDir Path folder) throws IOException {
        Results results = new Results();
        results.add(List.of(sample("L1", 64, 300), sample("L1", 64, 200)));

        Path file = RawData.write(folder, "log", Map.of("rounds", 2), results);

        JsonNode run = JsonMapper.shared().readTree(file.toFile());
        assertThat(run.get("samples")).hasSize(2);
        assertThat(run.get("samples").get(1).get("perSecond").asDouble()).isEqualTo(200);
        assertThat(run.get("settings").get("rounds").asInt()).isEqualTo(2);
        assertThat(run.get("machine").get("cores").asInt()).isPositive();
        assertThat(run.get("ratios")).hasSize(Promises.ALL.size());
    }

    @Test
    void subjects_take_turns_and_each_round_begins_with_another() throws Exception {
        List<Subject> subjects = List.of(new Counting("a"), new Counting("b"), new Counting("c"));

        List<Sample> samples = new Rounds(ProcessHandle.current()).run(subjects, 3, Duration.ZERO);

        assertThat(samples.stream().map(Sample::subject)).containsExactly("a", "b", "c", "b", "c", "a", "c", "a", "b");
        assertThat(samples.stream().map(Sample::round)).containsExactly(1, 1, 1, 2, 2, 2, 3, 3, 3);
    }

    private record Counting(String name) implements Subject {

        @Override
        public String unit() {
            return "turns";
        }

        @Override
        public int connections() {
            return 1;
        }

        @Override
        public Done run(Duration length) {
            return Done.of(1, 1);
        }
    }

    private static Sample sample(String subject, int connections, double perSecond) {
        return new Sample(subject, "", connections, 1, perSecond, Double.NaN, 1, Done.of((long) perSecond, 1));
    }
}
