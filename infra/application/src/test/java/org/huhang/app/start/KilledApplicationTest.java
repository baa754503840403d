package org.huhang.app.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.huhang.app.CannotStart;
import org.huhang.app.database.DataFolder;
import org.huhang.app.testing.ApplicationProcess;
import org.huhang.app.testing.BesideOthers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The application in a process of its own, as a user runs it, and killed as an operator may kill it. */
@BesideOthers
class KilledApplicationTest {

    private static final String NAME = "周未见";

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

        try (Socket upload = uploading(application)) {
            application.kill();
        }
        assertThat(ApplicationProcess.temporary(root)).exists();
        assertThat(filesWith(NAME, ApplicationProcess.temporary(root))).isEmpty();
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

    /** A form on its way in, more of it than any buffer between here and the application holds, and without an end. */
    private static Socket uploading(ApplicationProcess application) throws IOException {
        Socket socket =
                new Socket(application.base().getHost(), application.base().getPort());
        OutputStream out = socket.getOutputStream();
        out.write(("POST /api/imports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + application.token("county-officer").strip()
                        + "\r\nContent-Type: multipart/form-data; boundary=form\r\nContent-Length: 900000000\r\n\r\n"
                        + "--form\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        byte[] rows =
                (NAME + ",男,2016-03-01,640121,330109,2025-09-01\n").repeat(1000).getBytes(StandardCharsets.UTF_8);
        for (int sent = 0; sent < 32 << 20; sent += rows.length) {
            out.write(rows);
        }
        return socket;
    }

    private static List<Path> filesWith(String text, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> holds(text, file))
                    .toList();
        }
    }

    private static boolean holds(String text, Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1)
                    .contains(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
