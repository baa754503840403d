package org.huhang.app.database;

import com.sun.security.auth.module.UnixSystem;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.huhang.app.CannotStart;

/** Runs one of PostgreSQL's programs and waits for its end. */
final class PostgresCommand {

    private final Path programs;
    private final List<String> prefix;

    PostgresCommand(Path programs) {
        this(programs, List.of());
    }

    /** @param entering what stands ahead of every command, to bring it where the database is */
    PostgresCommand(Path programs, List<String> entering) {
        this.programs = programs;
        this.prefix = new ArrayList<>(entering);
        // In a namespace of an ordinary user's own, that user is root as well.
        prefix.addAll(entering.isEmpty() ? asOrdinaryUser() : List.of("unshare", "-U"));
    }

    /** @param exitCode 0 for success */
    record Exit(int exitCode, String output) {
        boolean succeeded() {
            return exitCode == 0;
        }
    }

    /** A program under way is waited for: an interrupt is kept for afterwards, lest it leave a server half started. */
    Exit run(Duration longest, String program, String... arguments) {
        boolean interrupted = Thread.interrupted();
        try {
            Path output = Files.createTempFile("huhang-postgresql", ".out");
            try {
                Process process = start(output, program, arguments);
                long deadline = System.nanoTime() + longest.toNanos();
                while (process.isAlive() && System.nanoTime() < deadline) {
                    interrupted |= wait(process, deadline - System.nanoTime());
                }
                if (process.isAlive()) {
                    process.destroyForcibly();
                    return new Exit(-1, program + " did not end within " + longest.toSeconds() + " seconds");
                }
                return new Exit(process.exitValue(), new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            return new Exit(-1, e.getMessage());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Process start(Path output, String program, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(prefix);
        line.add(programs.resolve("bin").resolve(program).toString());
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    /** @return whether it was interrupted meanwhile */
    private static boolean wait(Process process, long nanoseconds) {
        try {
            process.waitFor(nanoseconds, TimeUnit.NANOSECONDS);
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static File nothing() {
        return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
    }

    /** PostgreSQL refuses to run as root: root steps into a user namespace in which it is nobody. */
    private static List<String> asOrdinaryUser() {
        if (File.separatorChar == '\\' || new UnixSystem().getUid() != 0) {
            return List.of();
        }
        if (!LinuxUtils.isUnshareAvailable()) {
            throw new CannotStart(
                    "PostgreSQL does not run as root here (no user namespaces): start Huhang as another user,"
                            + " or use a PostgreSQL 18 of your own with huhang.database.url, .username and .password.");
        }
        return List.of("unshare", "-U");
    }
}
