package org.huhang.bench.measure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.TreeMap;

/** How long things took, in nanoseconds, each kept to within 1.6 %. For one thread; merge those of several. */
public final class Latencies {

    private static final int FRACTION_BITS = 6;
    private static final int FRACTIONS = 1 << FRACTION_BITS;

    private final long[] counts = new long[64 * FRACTIONS];
    private long count;

    /** A time below 0 counts as 0. */
    public void add(long nanos) {
        counts[bucket(Math.max(0, nanos))]++;
        count++;
    }

    public void add(Latencies other) {
        for (int bucket = 0; bucket < counts.length; bucket++) {
            counts[bucket] += other.counts[bucket];
        }
        count += other.count;
    }

    public long count() {
        return count;
    }

    /**
     * @param share e.g. 0.99
     * @return the time, in milliseconds, within which that share of all was done; NaN when nothing was
     */
    public double millis(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        long wanted = Math.max(1, (long) Math.ceil(share * count));
        long seen = 0;
        int bucket = -1;
        while (seen < wanted) {
            seen += counts[++bucket];
        }
        return highest(bucket) / 1e6;
    }

    @JsonValue
    Map<Integer, Long> written() {
        Map<Integer, Long> filled = new TreeMap<>();
        for (int bucket = 0; bucket < counts.length; bucket++) {
            if (counts[bucket] > 0) {
                filled.put(bucket, counts[bucket]);
            }
        }
        return filled;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Latencies read(Map<Integer, Long> filled) {
        Latencies latencies = new Latencies();
        filled.forEach((bucket, times) -> {
            latencies.counts[bucket] = times;
            latencies.count += times;
        });
        return latencies;
    }

    /** Exact below 64 ns; above, each power of two is cut into 64 parts. */
    private static int bucket(long nanos) {
        if (nanos < FRACTIONS) {
            return (int) nanos;
        }
        int shift = 63 - Long.numberOfLeadingZeros(nanos) - FRACTION_BITS;
        return ((shift + 1) << FRACTION_BITS) + (int) ((nanos >>> shift) & (FRACTIONS - 1));
    }

    private static long highest(int bucket) {
        if (bucket < FRACTIONS) {
            return bucket;
        }
        int shift = (bucket >> FRACTION_BITS) - 1;
        return ((FRACTIONS + (bucket & (FRACTIONS - 1)) + 1L) << shift) - 1;
    }
}
