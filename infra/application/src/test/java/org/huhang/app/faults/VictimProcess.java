package org.huhang.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The victim as its parent holds it: gives orders, hears every line, and kills it. */
final class VictimProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(1);

    private final Process process;
    private final BufferedWriter orders;
    private final Path errors;
    private final List<String> lines = new ArrayList<>();
    private final Thread listening;

    private VictimProcess(Process process, Path errors, Consumer<Heard> heard, Consumer<String> other) {
        this.process = process;
        this.errors = errors;
        this.orders = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        this.listening = Thread.ofPlatform().daemon().start(() -> listen(heard, other));
    }

    /**
     * Returns once it is ready for orders.
     *
     * @param other told every line that is not about an errand
     */
    static VictimProcess start(Path folder, String url, long seed, Consumer<Heard> heard, Consumer<String> other)
            throws IOException {
        Path errors = Files.createTempFile(folder, "victim", ".err");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dfile.encoding=UTF-8",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Victim.class.getName(),
                        url,
                        Long.toString(seed))
                .redirectError(errors.toFile())
                .start();
        VictimProcess victim = new VictimProcess(process, errors, heard, other);
        victim.await(line -> line.startsWith("ready"), LONGEST_START);
        return victim;
    }

    void order(String order) throws IOException {
        orders.write(order);
        orders.newLine();
        orders.flush();
    }

    /** Waits for a line like this, said after the last one waited for; and forgets all before it. */
    String await(Predicate<String> wanted, Duration longest) {
        long deadline = System.nanoTime() + longest.toNanos();
        synchronized (lines) {
            while (true) {
                for (int at = 0; at < lines.size(); at++) {
                    if (wanted.test(lines.get(at))) {
                        String found = lines.get(at);
                        lines.subList(0, at + 1).clear();
                        return found;
                    }
                }
                long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
                assertThat(left)
                        .as(() -> "In vain; alive: " + process.isAlive() + "; it said " + lines + " and " + complaints()
                                + threads())
                        .isPositive();
                wait(lines, left);
            }
        }
    }

    private static void wait(Object on, long milliseconds) {
        try {
            on.wait(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As {@code kill -9} does it; returns when every line it had said is heard. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        listening.join();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** What each of its threads is at, for whoever has to find out why it does not go on. */
    String threads() {
        try {
            Process dump = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jstack")
                                    .toString(),
                            Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .start();
            return new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    /** What it has said and nobody waited for. */
    String said() {
        synchronized (lines) {
            return String.join("\n", lines) + "\n";
        }
    }

    String complaints() {
        try {
            return Files.readString(errors);
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private void listen(Consumer<Heard> heard, Consumer<String> other) {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                String said = line;
                Heard.in(line).ifPresentOrElse(heard, () -> {
                    other.accept(said);
                    keep(said);
                });
            }
        } catch (IOException e) {
            // The pipe ends with the process.
        }
    }

    private void keep(String line) {
        synchronized (lines) {
            lines.add(line);
            lines.notifyAll();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
