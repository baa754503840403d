package org.huhang.app.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** How often each operation was answered with each status. */
final class Tally {

    private final Map<String, Map<Integer, AtomicLong>> counts = new ConcurrentSkipListMap<>();

    void count(String operation, int status) {
        counts.computeIfAbsent(operation, _ -> new ConcurrentSkipListMap<>())
                .computeIfAbsent(status, _ -> new AtomicLong())
                .incrementAndGet();
    }

    /** @param hundred 2 for any success, 4 for any refusal */
    long of(String operation, int hundred) {
        return counts.getOrDefault(operation, Map.of()).entrySet().stream()
                .filter(count -> count.getKey() / 100 == hundred)
                .mapToLong(count -> count.getValue().get())
                .sum();
    }

    void write(Path file) throws IOException {
        List<String> lines = counts.entrySet().stream()
                .flatMap(operation -> operation.getValue().entrySet().stream()
                        .map(count -> operation.getKey() + "\t" + count.getKey() + "\t" + count.getValue()))
                .toList();
        Files.write(file, lines);
    }
}
