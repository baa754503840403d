package org.huhang.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Processor time, user and system, that a process and its children have used so far. Where {@code /proc} is, that of
 * children that have ended is counted too; elsewhere only that of those still running.
 */
public final class ProcessTime {

    /** Linux counts in hundredths of a second for every program, whatever its own clock does. */
    private static final long NANOS_A_TICK = 10_000_000;

    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    private ProcessTime() {}

    /** @return 0 for a process that is no more */
    public static Duration of(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(ProcessTime::own)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration own(ProcessHandle process) {
        Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        if (!Files.exists(stat)) {
            return process.info().totalCpuDuration().orElse(Duration.ZERO);
        }
        try {
            return read(Files.readString(stat));
        } catch (IOException ended) {
            return Duration.ZERO;
        }
    }

    /** @param stat a line of {@code /proc/<pid>/stat}; the program's name in it may hold blanks and brackets */
    static Duration read(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = Long.parseLong(fields[USER])
                + Long.parseLong(fields[SYSTEM])
                + Long.parseLong(fields[CHILDREN_USER])
                + Long.parseLong(fields[CHILDREN_SYSTEM]);
        return Duration.ofNanos(ticks * NANOS_A_TICK);
    }
}
