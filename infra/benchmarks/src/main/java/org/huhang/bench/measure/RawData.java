package org.huhang.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps a run as JSON: every sample of every round with all its latencies, the ratios, and the machine. */
public final class RawData {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private RawData() {}

    /**
     * @param command what was run, e.g. {@code append}
     * @param settings what it was run with
     * @return the file written
     */
    public static Path write(Path folder, String command, Map<String, Object> settings, Results results)
            throws IOException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Path file = Files.createDirectories(folder)
                .resolve(command + "-" + now.toString().replace(":", "") + ".json");
        JSON.writeValue(
                file.toFile(),
                new Run(
                        command,
                        now.toString(),
                        Machine.here(),
                        settings,
                        Promises.ALL.stream()
                                .map(ratio -> Judged.of(ratio, results))
                                .toList(),
                        results.figures(),
                        results.samples()));
        return file;
    }

    record Run(
            String command,
            String at,
            Machine machine,
            Map<String, Object> settings,
            List<Judged> ratios,
            Map<String, Double> figures,
            List<Sample> samples) {}

    record Judged(String name, double value, double must, double aim, Ratio.Verdict verdict) {
        static Judged of(Ratio ratio, Results results) {
            return new Judged(ratio.name(), ratio.of(results), ratio.must(), ratio.aim(), ratio.verdict(results));
        }
    }
}
