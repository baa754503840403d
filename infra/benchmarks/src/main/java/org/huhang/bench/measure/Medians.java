package org.huhang.bench.measure;

import java.util.Arrays;
import java.util.List;

/** The middle of several measurements, which one disturbed round does not move. */
public final class Medians {

    private Medians() {}

    /** NaN of none. Measurements that are NaN are left out. */
    public static double of(List<Double> values) {
        double[] sorted = values.stream()
                .mapToDouble(Double::doubleValue)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** By how much the measurements differ, as a share of their median: (highest − lowest) / median. */
    public static double spread(List<Double> values) {
        double[] sorted = Arrays.copyOf(
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray(), values.size());
        return sorted.length == 0 ? Double.NaN : (sorted[sorted.length - 1] - sorted[0]) / of(values);
    }
}
