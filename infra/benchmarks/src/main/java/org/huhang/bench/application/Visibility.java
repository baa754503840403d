package org.huhang.bench.application;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.huhang.bench.load.Children;
import org.huhang.bench.load.Schedule;
import org.huhang.bench.measure.AtOnce;
import org.huhang.bench.measure.Latencies;
import org.huhang.command.port.Answer;
import org.huhang.command.port.CommandGateway;
import org.huhang.kernel.refusal.Refused;
import org.huhang.query.ReadModels;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * From commit to visible. Counted from the moment in which {@link CommandGateway#send} returns, which is when the commit is
 * known in the process, to the moment in which {@link ReadModels#await} for the answer's position returns: that is what a
 * reader waits who asks with {@code min-position}, its look at the database included. Each command watches one read
 * model, in turn, so that none is measured behind another.
 */
@RestController
class Visibility {

    private static final int CALLERS = 64;

    private final CommandGateway commands;
    private final ObjectProvider<ReadModels> readModels;
    private final Officers officers = new Officers();

    Visibility(CommandGateway commands, ObjectProvider<ReadModels> readModels) {
        this.commands = commands;
        this.readModels = readModels;
    }

    /**
     * @param late how many were not visible within the application's longest wait; each counts as that long
     * @param acknowledged how many commands were done
     */
    record Seen(Map<String, Latencies> byReadModel, long late, long acknowledged, double seconds) {}

    @PostMapping("/bench/visible")
    Seen measure(
            @RequestParam double perSecond,
            @RequestParam double seconds,
            @RequestParam String set,
            @RequestParam long cases,
            @RequestParam List<String> models)
            throws Exception {
        Watch watch = new Watch(perSecond, models);
        double took = AtOnce.run(CALLERS, Duration.ofNanos((long) (seconds * 1e9)), (number, deadline) -> {
            SplittableRandom random = new SplittableRandom(number);
            for (long due = watch.next(); due - deadline < 0; due = watch.next()) {
                LockSupport.parkNanos(due - System.nanoTime());
                Answer answer = commands.send(officers.visit(Children.caseOf(set, random.nextLong(cases)), random));
                if (answer instanceof Answer.Done done) {
                    watch.await(done.position());
                }
            }
        });
        return watch.seen(took);
    }

    /** What the callers share. */
    private final class Watch {
        private final Schedule schedule;
        private final List<String> models;
        private final Map<String, Latencies> latencies = new TreeMap<>();
        private long turn;
        private long late;

        Watch(double perSecond, List<String> models) {
            this.schedule = Schedule.atRandom(perSecond, 1);
            this.models = models;
            models.forEach(model -> latencies.put(model, new Latencies()));
            schedule.begin(System.nanoTime());
        }

        synchronized long next() {
            return schedule.take(System.nanoTime());
        }

        void await(long position) {
            long committed = System.nanoTime();
            String model = inTurn();
            boolean seen = true;
            try {
                readModels.getObject().await(model, OptionalLong.of(position));
            } catch (Refused behind) {
                seen = false;
            }
            add(model, System.nanoTime() - committed, seen);
        }

        private synchronized String inTurn() {
            return models.get((int) (turn++ % models.size()));
        }

        private synchronized void add(String model, long nanos, boolean seen) {
            latencies.get(model).add(nanos);
            late += seen ? 0 : 1;
        }

        synchronized Seen seen(double seconds) {
            return new Seen(latencies, late, turn, seconds);
        }
    }
}
