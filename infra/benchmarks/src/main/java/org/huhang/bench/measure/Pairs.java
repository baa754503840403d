package org.huhang.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** How one of two that took turns stands to the other: turn by turn, so that what the machine does meanwhile happens to both. */
public final class Pairs {

    private Pairs() {}

    /**
     * One figure's ratio in each round in which both had their turn.
     *
     * @param one what is divided; {@code other} by what
     */
    public static List<Double> ratios(List<Sample> one, List<Sample> other, ToDoubleFunction<Sample> figure) {
        Map<Integer, Double> below = new TreeMap<>();
        other.forEach(sample -> below.put(sample.round(), figure.applyAsDouble(sample)));
        List<Double> ratios = new ArrayList<>();
        for (Sample sample : one) {
            if (below.containsKey(sample.round())) {
                ratios.add(figure.applyAsDouble(sample) / below.get(sample.round()));
            }
        }
        return ratios;
    }

    /** Processor time of application and PostgreSQL together, by unit of work. */
    public static double processor(Sample sample) {
        return sample.applicationMicros() + sample.databaseMicros();
    }
}
