package org.huhang.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.huhang.bench.measure.Done;
import org.huhang.bench.measure.Jvm;
import tools.jackson.databind.json.JsonMapper;

/** The load generator's process, seen from the one that measures. */
public final class LoadGenerator implements AutoCloseable {

    private final JsonMapper json = JsonMapper.shared();
    private final Process process;
    private final PrintStream jobs;
    private final BufferedReader answers;

    private LoadGenerator(Process process) {
        this.process = process;
        this.jobs = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** @param nextChild number of the next child nobody has registered yet */
    public record Answered(Done done, long nextChild) {}

    /** @param folder for what it complains of */
    public static LoadGenerator start(Path folder) throws IOException {
        return new LoadGenerator(Jvm.of(LoadProcess.class, "-Xmx512m", "-XX:+UseSerialGC")
                .redirectError(folder.resolve("load-generator.txt").toFile())
                .start());
    }

    public Answered run(Job job) throws IOException {
        jobs.println(json.writeValueAsString(job));
        String answer = answers.readLine();
        if (answer == null) {
            throw new IllegalStateException("The load generator has ended; see load-generator.txt");
        }
        return json.readValue(answer, Answered.class);
    }

    @Override
    public void close() {
        jobs.close();
        process.destroy();
    }
}
