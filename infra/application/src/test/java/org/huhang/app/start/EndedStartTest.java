package org.huhang.app.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.huhang.app.HuhangApplication;
import org.huhang.app.database.DataFolder;
import org.huhang.app.testing.BesideOthers;
import org.huhang.app.testing.RunningApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;

/** A start that is ended half-way, by whatever: the database it had started goes with it. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@BesideOthers
class EndedStartTest {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    @TempDir
    Path root;

    /** The application, of which one part ends the process while all are being made. */
    static final class EndsItself {

        public static void main(String[] arguments) {
            SpringApplication application = new SpringApplication(HuhangApplication.class);
            application.addPrimarySources(List.of(EndsItself.class));
            application.run(arguments);
        }

        @Bean
        Object end(DataSource database) {
            System.exit(3);
            return database;
        }
    }

    @Test
    void by_an_exit_while_it_is_put_together() throws Exception {
        Process start = start(EndsItself.class);

        ProcessHandle database = await(this::database);

        assertThat(start.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(start.exitValue()).isEqualTo(3);
        requireNothingLeft(database);
    }

    @Test
    void by_whoever_started_it() throws Exception {
        Process start = start(HuhangApplication.class, "--huhang.demo=true");

        ProcessHandle database = await(this::database);
        start.destroy();

        assertThat(start.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
        requireNothingLeft(database);
        assertThat(Files.readString(root.resolve("output"))).doesNotContain("\tat ", "is ready");
    }

    private void requireNothingLeft(ProcessHandle database) throws IOException {
        assertThat(database.info().command()).isEmpty();
        assertThat(root.resolve("database/postmaster.pid")).doesNotExist();
        DataFolder.hold(root).close();
    }

    private Process start(Class<?> main, String... keys) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        line.addAll(RunningApplication.arguments(root, keys));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(root.resolve("output").toFile())
                .start();
    }

    /** As soon as there is one; its note may be half written. */
    private Optional<ProcessHandle> database() {
        try {
            Path note = root.resolve("database/postmaster.pid");
            return Files.exists(note)
                    ? Files.readAllLines(note).stream()
                            .findFirst()
                            .filter(number -> number.matches("[0-9]+"))
                            .flatMap(number -> ProcessHandle.of(Long.parseLong(number)))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static <T> T await(Supplier<Optional<T>> what) {
        Instant latest = Instant.now().plus(LONGEST);
        Optional<T> found = what.get();
        while (found.isEmpty()) {
            assertThat(Instant.now()).isBefore(latest);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            found = what.get();
        }
        return found.get();
    }
}
