package org.huhang.app.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.huhang.app.CannotStart;
import org.huhang.app.HuhangApplication;
import org.huhang.app.database.DataFolder;
import org.huhang.app.testing.RunningApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The application in a process of its own, as a user runs it, and killed as an operator may kill it. */
class KilledApplicationTest {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    @TempDir
    Path root;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void the_next_start_after_a_kill_recovers_by_itself_and_a_stop_takes_the_database_along() throws Exception {
        Process application = started();
        assertThatThrownBy(() -> DataFolder.hold(root))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("another running Huhang (process " + application.pid() + ")");
        ProcessHandle orphan = database();

        application.destroyForcibly().waitFor();
        assertThat(runs(orphan)).isTrue();

        Process next = started();
        assertThat(runs(orphan)).isFalse();
        ProcessHandle database = database();
        assertThat(runs(database)).isTrue();

        next.destroy();
        assertThat(next.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(runs(database)).isFalse();
        assertThat(Files.exists(root.resolve("database/postmaster.pid"))).isFalse();
    }

    private ProcessHandle database() throws IOException {
        String number =
                Files.readAllLines(root.resolve("database/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(number.strip())).orElseThrow();
    }

    /** A process that has ended may keep its number until its parent asks after it, but no program. */
    private static boolean runs(ProcessHandle process) {
        return process.info().command().isPresent();
    }

    private Process started() throws Exception {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                HuhangApplication.class.getName()));
        line.addAll(RunningApplication.arguments(root));
        Path output = root.resolve("output-" + Instant.now().toEpochMilli());
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Instant latest = Instant.now().plus(LONGEST_START);
        while (!Files.readString(output).contains("Huhang 护航 is ready")) {
            assertThat(process.waitFor(200, TimeUnit.MILLISECONDS))
                    .as(() -> read(output))
                    .isFalse();
            assertThat(Instant.now()).as(() -> read(output)).isBefore(latest);
        }
        return process;
    }

    private static String read(Path output) {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
