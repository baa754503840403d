package org.huhang.app.database;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What {@code postmaster.pid} says of the server last started on a cluster; it may be gone, or its number another's. */
record Postmaster(long process, Instant startedAt, Path cluster) {

    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(10);

    static Optional<Postmaster> lastOf(Path cluster) throws IOException {
        Path file = file(cluster);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            return Optional.of(new Postmaster(
                    Long.parseLong(lines.get(0).strip()),
                    Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip())),
                    cluster));
        } catch (IndexOutOfBoundsException | NumberFormatException | DateTimeException | CharacterCodingException e) {
            // Cut off while it was written, or damaged since: no server is found by it.
            Files.delete(file);
            return Optional.empty();
        }
    }

    static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    boolean numberInUse() {
        return ProcessHandle.of(process).isPresent();
    }

    /**
     * Whether the process of this number is PostgreSQL on our own folder, and not a stranger that was given the number
     * later. Where the system does not tell a process's arguments, program and starting time must do.
     */
    boolean runsOurCluster() {
        return ProcessHandle.of(process).map(ProcessHandle::info).stream().anyMatch(info -> {
            boolean postgres = info.command()
                    .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                    .orElse(false);
            boolean folder = info.arguments()
                    .map(arguments -> List.of(arguments).contains(cluster.toString()))
                    .orElseGet(() -> info.startInstant()
                            .map(start ->
                                    Duration.between(start, startedAt).abs().compareTo(CLOCK_TOLERANCE) < 0)
                            .orElse(false));
            return postgres && folder;
        });
    }
}
