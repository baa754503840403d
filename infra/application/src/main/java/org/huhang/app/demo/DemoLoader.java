package org.huhang.app.demo;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.huhang.app.HuhangProperties;
import org.huhang.app.OnCommandSide;
import org.huhang.app.start.Progress;
import org.huhang.app.start.StartTask;
import org.huhang.command.port.Answer;
import org.huhang.command.port.Answer.Declined;
import org.huhang.command.port.CommandGateway;
import org.huhang.command.port.CommandGateway.Request;
import org.huhang.command.port.IdempotencyKey;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.policy.Policies;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.time.Shanghai;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes the demo into an empty log by running the real commands under a simulated clock. Interrupted, it goes on at the
 * next start where it stopped.
 */
@Component
@OnCommandSide
@ConditionalOnProperty("huhang.demo")
final class DemoLoader implements StartTask {

    private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);

    /** Steps under way together; an interrupted demo goes on with the group it was in. */
    private static final int GROUP = 200;

    private final HuhangProperties properties;
    private final Policies policies;
    private final CommandGateway commands;
    private final EventLog log;
    private final InstantSource clock;
    private final JdbcClient db;

    DemoLoader(
            HuhangProperties properties,
            Policies policies,
            CommandGateway commands,
            EventLog log,
            InstantSource clock,
            JdbcClient db) {
        this.properties = properties;
        this.policies = policies;
        this.commands = commands;
        this.log = log;
        this.clock = clock;
        this.db = db;
    }

    @Override
    public void run(Progress progress) {
        Optional<DemoMark> begun = DemoMark.read(db);
        boolean inUse = begun.isEmpty() && log.head() > 0;
        if (inUse || begun.map(DemoMark::complete).orElse(false)) {
            return;
        }
        load(begun.orElseGet(this::begin), progress);
    }

    /** The demo ends yesterday, so that nothing a visitor does today comes before it. */
    private DemoMark begin() {
        return DemoMark.begin(db, Shanghai.dayOf(clock.instant()).minusDays(1), properties.demoChildren());
    }

    private void load(DemoMark mark, Progress progress) {
        progress.begin("演示数据 / Demo data");
        List<DemoStep> steps =
                DemoHistory.of(mark.children(), mark.lastDay(), policies.now().divisions());
        int refused = 0;
        for (int from = mark.steps(); from < steps.size(); from += GROUP) {
            int next = Math.min(from + GROUP, steps.size());
            refused += write(steps, from, next);
            DemoMark.reached(db, next, next == steps.size());
            progress.reached(next, steps.size());
        }
        if (refused > 0) {
            LOG.info("{} of {} demo commands were refused", refused, steps.size());
        }
    }

    /**
     * In order, many under way together; only a step whose stream has one under way waits until all are through. A step has
     * its own key, so what was written before an interruption is not written again.
     */
    private int write(List<DemoStep> steps, int from, int next) {
        int refused = 0;
        Set<StreamId> busy = new HashSet<>();
        List<CompletableFuture<Answer>> underWay = new ArrayList<>();
        for (int number = from; number < next; number++) {
            DemoStep step = steps.get(number);
            if (streams(step).anyMatch(busy::contains)) {
                refused += refused(underWay);
                busy.clear();
            }
            underWay.add(commands.submit(request(step, number)));
            streams(step).forEach(busy::add);
        }
        return refused + refused(underWay);
    }

    /** Waits for all of them, and forgets them. */
    private static int refused(List<CompletableFuture<Answer>> underWay) {
        long refused = underWay.stream()
                .map(CompletableFuture::join)
                .filter(Declined.class::isInstance)
                .count();
        underWay.clear();
        return (int) refused;
    }

    private static Stream<StreamId> streams(DemoStep step) {
        return Stream.concat(Stream.of(step.stream()), step.command().others().stream());
    }

    static Request request(DemoStep step, int number) {
        Attribution by =
                new Attribution(step.actor(), "demo-" + number, Attribution.Channel.DEMO, Optional.of("demo"), true);
        IdempotencyKey key = new IdempotencyKey("demo", Integer.toString(number), "demo");
        return new Request(step.stream(), step.command(), by, step.at(), OptionalLong.empty(), Optional.of(key));
    }
}
