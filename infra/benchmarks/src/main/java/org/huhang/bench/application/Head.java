package org.huhang.bench.application;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.huhang.bench.database.PlainTable;
import org.huhang.bench.load.Children;
import org.huhang.bench.load.HeadCall;
import org.huhang.bench.measure.AtOnce;
import org.huhang.bench.measure.Latencies;
import org.huhang.command.port.Answer;
import org.huhang.command.port.CommandGateway;
import org.huhang.kernel.log.Moments;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * One asker beside writers who never pause. The asker's calls take turns over connections of one pool, each after a pause of
 * random length: otherwise what waited for one append would always begin with the next.
 */
@RestController
class Head {

    private static final List<HeadCall> IN_TURN =
            List.of(HeadCall.COMMIT, HeadCall.WAIT, HeadCall.AS_OF_NOW, HeadCall.ROUND_TRIP);
    private static final long LONGEST_PAUSE_NANOS = 2_000_000;

    private final CommandGateway commands;
    private final ObjectProvider<Moments> moments;
    private final JdbcClient client;
    private final Officers officers = new Officers();

    Head(CommandGateway commands, ObjectProvider<Moments> moments, DataSource database) {
        this.commands = commands;
        this.moments = moments;
        this.client = JdbcClient.create(database);
    }

    /** @param refused of the writers' commands */
    record Seen(Map<HeadCall, Latencies> latencies, long refused, double seconds) {}

    @PostMapping("/bench/head")
    Seen measure(
            @RequestParam int writers, @RequestParam double seconds, @RequestParam String set, @RequestParam long cases)
            throws Exception {
        Map<HeadCall, Latencies> all = new EnumMap<>(HeadCall.class);
        for (HeadCall call : HeadCall.values()) {
            all.put(call, new Latencies());
        }
        AtomicLong refused = new AtomicLong();
        Duration length = Duration.ofNanos((long) (seconds * 1e9));
        double took = AtOnce.runAsRequests(1 + writers, length, (number, deadline) -> {
            if (number == 0) {
                ask(all, deadline);
                return;
            }
            Latencies own = new Latencies();
            write(own, refused, set, cases, deadline);
            synchronized (all) {
                all.get(HeadCall.APPEND).add(own);
            }
        });
        return new Seen(all, refused.get(), took);
    }

    private void ask(Map<HeadCall, Latencies> latencies, long deadline) {
        SplittableRandom random = new SplittableRandom();
        for (int turn = 0; System.nanoTime() - deadline < 0; turn++) {
            HeadCall call = IN_TURN.get(turn % IN_TURN.size());
            LockSupport.parkNanos(random.nextLong(LONGEST_PAUSE_NANOS));
            long before = System.nanoTime();
            make(call);
            latencies.get(call).add(System.nanoTime() - before);
        }
    }

    private void make(HeadCall call) {
        switch (call) {
            case COMMIT -> client.sql(PlainTable.insert(1)).update();
            case WAIT -> client.sql("SELECT log.settled()").query().singleValue();
            case AS_OF_NOW -> moments.getObject().by(Instant.now()).orElseThrow();
            case ROUND_TRIP -> client.sql("SELECT 1").query().singleValue();
            case APPEND -> throw new IllegalArgumentException("The asker appends nothing");
        }
    }

    private void write(Latencies own, AtomicLong refused, String set, long cases, long deadline) {
        SplittableRandom random = new SplittableRandom();
        for (long before = System.nanoTime(); before - deadline < 0; ) {
            Answer answer = commands.send(officers.visit(Children.caseOf(set, random.nextLong(cases)), random));
            long now = System.nanoTime();
            switch (answer) {
                case Answer.Done _ -> own.add(now - before);
                case Answer.Declined _ -> refused.incrementAndGet();
            }
            before = now;
        }
    }
}
