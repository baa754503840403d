package org.huhang.bench.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Every sample of a run, and the medians of them. */
public final class Results {

    private final Map<String, List<Sample>> series = new LinkedHashMap<>();
    private final Map<String, Double> figures = new LinkedHashMap<>();

    public void add(List<Sample> samples) {
        samples.forEach(sample ->
                series.computeIfAbsent(sample.key(), _ -> new ArrayList<>()).add(sample));
    }

    /** A figure that is not a rate, by the name a ratio asks for it. */
    public void add(String name, double figure) {
        figures.put(name, figure);
    }

    /** Median rate a second of a subject, or a figure by its name; NaN for what was not measured. */
    public double of(String key) {
        return figures.containsKey(key) ? figures.get(key) : median(key, Sample::perSecond);
    }

    public double median(String key, ToDoubleFunction<Sample> value) {
        return Medians.of(values(key, value));
    }

    /** All rounds of a subject as one. */
    public Latencies latencies(String key) {
        Latencies all = new Latencies();
        series.getOrDefault(key, List.of())
                .forEach(sample -> all.add(sample.done().latencies()));
        return all;
    }

    public List<Sample> samples() {
        return series.values().stream().flatMap(List::stream).toList();
    }

    public Map<String, Double> figures() {
        return Map.copyOf(figures);
    }

    /** Medians of every subject, one a line, in the order in which they were first measured. */
    public String table() {
        StringBuilder table = new StringBuilder("\n%-18s %14s %8s %10s %10s %10s %14s %14s%n"
                .formatted(
                        "medians",
                        "a second",
                        "spread",
                        "p50 ms",
                        "p99 ms",
                        "p99.9 ms",
                        "application µs",
                        "PostgreSQL µs"));
        series.keySet().forEach(key -> table.append(line(key)));
        figures.forEach((name, figure) -> table.append("%-60s %,14.3f%n".formatted(name, figure)));
        return table.toString();
    }

    private String line(String key) {
        Latencies all = latencies(key);
        return "%-18s %,14.0f %7.0f%% %10s %10s %10s %14s %14s%n"
                .formatted(
                        key,
                        of(key),
                        100 * Medians.spread(values(key, Sample::perSecond)),
                        shown(all.millis(0.5), 2),
                        shown(all.millis(0.99), 2),
                        shown(all.millis(0.999), 2),
                        shown(median(key, Sample::applicationMicros), 1),
                        shown(median(key, Sample::databaseMicros), 1));
    }

    private List<Double> values(String key, ToDoubleFunction<Sample> value) {
        return series.getOrDefault(key, List.of()).stream()
                .map(value::applyAsDouble)
                .toList();
    }

    private static String shown(double figure, int decimals) {
        return Double.isNaN(figure) ? "" : ("%." + decimals + "f").formatted(figure);
    }
}
