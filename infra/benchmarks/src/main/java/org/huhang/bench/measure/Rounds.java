package org.huhang.bench.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Lets subjects take turns, so that whatever the machine does meanwhile happens to all of them. Each round begins with
 * another one.
 */
public final class Rounds {

    private final ProcessHandle database;

    /** @param database the postmaster */
    public Rounds(ProcessHandle database) {
        this.database = database;
    }

    public List<Sample> run(List<Subject> subjects, int rounds, Duration length) throws Exception {
        List<Sample> samples = new ArrayList<>();
        List<Subject> order = new ArrayList<>(subjects);
        for (int round = 1; round <= rounds; round++) {
            for (Subject subject : order) {
                Sample sample = sample(subject, round, length);
                samples.add(sample);
                System.out.printf("round %d of %d  %s%n", round, rounds, sample.line());
            }
            Collections.rotate(order, -Math.max(1, subjects.size() / rounds));
        }
        return samples;
    }

    public Sample sample(Subject subject, int round, Duration length) throws Exception {
        Optional<ProcessHandle> application = subject.application();
        Duration applicationBefore = application.map(ProcessTime::of).orElse(Duration.ZERO);
        Duration databaseBefore = ProcessTime.of(database);
        Done done = subject.run(length);
        double databaseMicros = micros(databaseBefore, ProcessTime.of(database), done);
        double applicationMicros = application
                .map(process -> micros(applicationBefore, ProcessTime.of(process), done))
                .orElse(Double.NaN);
        subject.settle();
        return new Sample(
                subject.name(),
                subject.unit(),
                subject.connections(),
                round,
                done.perSecond(),
                applicationMicros,
                databaseMicros,
                done);
    }

    private static double micros(Duration before, Duration after, Done done) {
        return after.minus(before).toNanos() / 1e3 / Math.max(1, done.count());
    }
}
