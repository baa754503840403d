package org.huhang.bench.measure;

import java.util.Map;

/**
 * What was done in one go.
 *
 * @param count of the subject's units, refused ones not among them
 * @param refused of them; a measurement with many is none
 * @param also further figures worth keeping, by name
 */
public record Done(long count, double seconds, long refused, Latencies latencies, Map<String, Double> also) {

    public static Done of(long count, double seconds) {
        return new Done(count, seconds, 0, new Latencies(), Map.of());
    }

    public double perSecond() {
        return count / seconds;
    }
}
