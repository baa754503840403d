package org.huhang.bench.hostile;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What a hostile caller was answered, counted. */
final class Answers {

    static final int CUT_OFF = 0;

    private final Map<Integer, Long> counts = new ConcurrentHashMap<>();

    /** @param status of HTTP, or {@link #CUT_OFF} */
    void add(int status) {
        counts.merge(status, 1L, Long::sum);
    }

    Map<String, Double> counted() {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(
                        answer -> "hostile " + (answer.getKey() == CUT_OFF ? "cut off" : answer.getKey()),
                        answer -> (double) answer.getValue()));
    }
}
