package org.huhang.app.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.huhang.app.CannotStart;
import org.huhang.app.database.DataFolder;
import org.huhang.app.testing.ApplicationProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The application in a process of its own, as a user runs it, and killed as an operator may kill it. */
class KilledApplicationTest {

    @TempDir
    Path root;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void the_next_start_after_a_kill_recovers_by_itself_and_a_stop_takes_the_database_along() throws Exception {
        ApplicationProcess application = ApplicationProcess.start(root);
        assertThatThrownBy(() -> DataFolder.hold(root))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("another running Huhang (process " + application.pid() + ")");
        ProcessHandle orphan = database();
        tellsNoToken(application);

        application.kill();
        assertThat(runs(orphan)).isTrue();

        ApplicationProcess next = ApplicationProcess.start(root);
        assertThat(runs(orphan)).isFalse();
        tellsNoToken(next);
        ProcessHandle database = database();
        assertThat(runs(database)).isTrue();

        next.stop();
        assertThat(runs(database)).isFalse();
        assertThat(Files.exists(root.resolve("database/postmaster.pid"))).isFalse();
        assertThat(root.resolve("tokens")).isEmptyDirectory();
    }

    /** Every JSON Web Token begins like the one in the file. */
    private static void tellsNoToken(ApplicationProcess application) throws IOException {
        assertThat(application.token("inspector")).startsWith("eyJ");
        assertThat(application.said()).contains("inspector.jwt").doesNotContain("eyJ");
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
}
