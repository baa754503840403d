package org.huhang.bench.application;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.huhang.app.security.LocalIssuer;
import org.huhang.bench.load.Children;
import org.huhang.bench.load.Operation;
import org.huhang.bench.measure.AtOnce;
import org.huhang.bench.measure.Done;
import org.huhang.bench.measure.Latencies;
import org.huhang.command.port.Answer;
import org.huhang.command.port.CommandGateway;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.CaseId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Drives the application from inside its process; also sets up what the load generator needs. */
@RestController
class Inside {

    private final CommandGateway commands;
    private final EventLog log;
    private final ObjectProvider<LocalIssuer> issuer;
    private final Officers officers = new Officers();

    Inside(CommandGateway commands, EventLog log, ObjectProvider<LocalIssuer> issuer) {
        this.commands = commands;
        this.log = log;
        this.issuer = issuer;
    }

    @PostMapping("/bench/tokens")
    List<String> tokens(
            @RequestParam String account,
            @RequestParam Role role,
            @RequestParam String division,
            @RequestParam int count) {
        LocalIssuer own = issuer.getObject();
        return IntStream.range(0, count)
                .mapToObj(number -> own.token(account + "-" + number, role, division, Duration.ofHours(12)))
                .toList();
    }

    /** Milliseconds that the compiler has spent. */
    @PostMapping("/bench/compiled")
    long compiled() {
        return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
    }

    /** Registers and lists the children from {@code first} on, as cases {@code first} and on of {@code set}. */
    @PostMapping("/bench/cases")
    Done register(@RequestParam String set, @RequestParam long first, @RequestParam int count) throws Exception {
        AtomicLong next = new AtomicLong(first);
        double seconds = AtOnce.run(32, Duration.ZERO, (_, _) -> {
            for (long child = next.getAndIncrement(); child < first + count; child = next.getAndIncrement()) {
                CaseId caseId = Children.caseOf(set, child);
                require(commands.send(officers.open(caseId, child, ThreadLocalRandom.current())));
                require(commands.send(officers.list(caseId, ThreadLocalRandom.current())));
            }
        });
        return Done.of(count, seconds);
    }

    /** One case with this many facts; {@code child} is a number nobody has registered yet. */
    @PostMapping("/bench/long-case")
    CaseId register(@RequestParam long child, @RequestParam int facts) {
        CaseId caseId = CaseId.random();
        require(commands.send(officers.open(caseId, child, ThreadLocalRandom.current())));
        require(commands.send(officers.list(caseId, ThreadLocalRandom.current())));
        for (int fact = 2; fact < facts; fact++) {
            require(commands.send(officers.visit(caseId, ThreadLocalRandom.current())));
        }
        return caseId;
    }

    /** S1. The threads decide and wait as a caller's would, without HTTP, authentication and JSON. */
    @PostMapping("/bench/commands")
    Done send(
            @RequestParam Operation operation,
            @RequestParam int threads,
            @RequestParam double seconds,
            @RequestParam String set,
            @RequestParam long firstChild,
            @RequestParam long cases)
            throws Exception {
        AtomicLong child = new AtomicLong(firstChild);
        AtomicLong refused = new AtomicLong();
        Latencies all = new Latencies();
        double took = AtOnce.runAsRequests(threads, Duration.ofNanos((long) (seconds * 1e9)), (_, deadline) -> {
            SplittableRandom random = new SplittableRandom();
            Latencies own = new Latencies();
            for (long before = System.nanoTime(); before - deadline < 0; ) {
                Answer answer = commands.send(
                        switch (operation) {
                            case OPEN -> officers.open(CaseId.random(), child.getAndIncrement(), random);
                            case ADD -> officers.visit(Children.caseOf(set, random.nextLong(cases)), random);
                            case MIXED ->
                                random.nextBoolean()
                                        ? officers.open(CaseId.random(), child.getAndIncrement(), random)
                                        : officers.visit(Children.caseOf(set, random.nextLong(cases)), random);
                            case EMPTY, OFFICE ->
                                throw new IllegalArgumentException(operation + " cannot be asked for in process");
                        });
                long now = System.nanoTime();
                switch (answer) {
                    case Answer.Done _ -> own.add(now - before);
                    case Answer.Declined _ -> refused.incrementAndGet();
                }
                before = now;
            }
            synchronized (all) {
                all.add(own);
            }
        });
        return new Done(all.count(), took, refused.get(), all, Map.of("next child", (double) child.get()));
    }

    /** Reads one case and adds it up to an instant of its own history, at random. */
    @PostMapping("/bench/replay")
    Done replay(@RequestParam String caseId, @RequestParam double seconds) {
        CaseId it = CaseId.of(caseId);
        Latencies latencies = new Latencies();
        SplittableRandom random = new SplittableRandom(1);
        long start = System.nanoTime();
        int length = 0;
        while (System.nanoTime() - start < seconds * 1e9) {
            long before = System.nanoTime();
            List<Recorded> history = log.history(it);
            long until = random.nextLong(history.size()) + 1;
            CaseState state = CaseState.unregistered(it);
            for (Recorded fact : history.subList(0, (int) until)) {
                state = state.with(fact.event(), fact.version());
            }
            length = history.size();
            latencies.add(System.nanoTime() - before);
        }
        return new Done(
                latencies.count(), (System.nanoTime() - start) / 1e9, 0, latencies, Map.of("facts", (double) length));
    }

    private static void require(Answer answer) {
        switch (answer) {
            case Answer.Done _ -> {}
            case Answer.Declined declined ->
                throw new IllegalStateException(
                        "A case could not be set up: " + declined.refusal().code());
        }
    }
}
