package org.huhang.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huhang.app.HuhangApplication;

/** The application in a process of its own, as a user runs it, for tests that kill it. */
public final class ApplicationProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Pattern READY = Pattern.compile("Huhang 护航 is ready\\.  API documents: (\\S+)/docs");

    private final Process process;
    private final URI base;
    private final Path dataFolder;
    private final Path output;

    private ApplicationProcess(Process process, URI base, Path dataFolder, Path output) {
        this.process = process;
        this.base = base;
        this.dataFolder = dataFolder;
        this.output = output;
    }

    /** Returns once the start screen is shown. */
    public static ApplicationProcess start(Path dataFolder, String... keys) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Djava.io.tmpdir=" + Files.createDirectories(temporary(dataFolder)),
                "-cp",
                System.getProperty("java.class.path"),
                HuhangApplication.class.getName()));
        line.addAll(RunningApplication.arguments(dataFolder, keys));
        Path output = Files.createDirectories(dataFolder)
                .resolve("output-" + Instant.now().toEpochMilli());
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Instant latest = Instant.now().plus(LONGEST_START);
        Matcher ready = READY.matcher(Files.readString(output));
        while (!ready.find()) {
            boolean ended = process.waitFor(200, TimeUnit.MILLISECONDS);
            String said = Files.readString(output);
            assertThat(ended).as(said).isFalse();
            assertThat(Instant.now()).as(said).isBefore(latest);
            ready = READY.matcher(said);
        }
        return new ApplicationProcess(process, URI.create(ready.group(1)), dataFolder, output);
    }

    /** Where a process started in this folder puts what it takes for temporary. */
    public static Path temporary(Path dataFolder) {
        return dataFolder.resolveSibling(dataFolder.getFileName() + "-temporary");
    }

    public URI base() {
        return base;
    }

    /** All that was printed and logged so far. */
    public String said() throws IOException {
        return Files.readString(output);
    }

    /** One of the ready-made tokens, e.g. {@code county-officer}. */
    public String token(String account) throws IOException {
        return Files.readString(dataFolder.resolve("tokens").resolve(account + ".jwt"));
    }

    public long pid() {
        return process.pid();
    }

    /** As {@code kill -9} does it. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As Ctrl+C does it; waits for the end. */
    public void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
