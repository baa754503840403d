package org.huhang.app.demo;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.huhang.app.HuhangProperties;
import org.huhang.app.OnCommandSide;
import org.huhang.app.start.Progress;
import org.huhang.app.start.StartTask;
import org.huhang.command.port.Answer.Declined;
import org.huhang.command.port.CaseCommands;
import org.huhang.command.port.CaseCommands.Request;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.log.CaseLog;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.time.Shanghai;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the demo into an empty log by running the real commands under a simulated clock. Interrupted, it goes on at the
 * next start where it stopped.
 */
@Component
@OnCommandSide
@ConditionalOnProperty("huhang.demo")
final class DemoLoader implements StartTask {

    private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);

    /** Steps written in one transaction: nobody was promised one of them, so they may reach the disk together. */
    private static final int GROUP = 200;

    private final HuhangProperties properties;
    private final PolicyBook policies;
    private final CaseCommands commands;
    private final CaseLog log;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final JdbcClient db;

    DemoLoader(
            HuhangProperties properties,
            PolicyBook policies,
            CaseCommands commands,
            CaseLog log,
            InstantSource clock,
            TransactionTemplate transaction,
            JdbcClient db) {
        this.properties = properties;
        this.policies = policies;
        this.commands = commands;
        this.log = log;
        this.clock = clock;
        this.transaction = transaction;
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
        List<DemoStep> steps = DemoHistory.of(mark.children(), mark.lastDay(), policies.divisions());
        int refused = 0;
        for (int from = mark.steps(); from < steps.size(); from += GROUP) {
            int first = from;
            int next = Math.min(from + GROUP, steps.size());
            refused += transaction.execute(_ -> write(steps, first, next));
            progress.reached(next, steps.size());
        }
        if (refused > 0) {
            LOG.info("{} of {} demo commands were refused", refused, steps.size());
        }
    }

    private int write(List<DemoStep> steps, int from, int next) {
        int refused = 0;
        for (int number = from; number < next; number++) {
            if (commands.send(request(steps.get(number), number)) instanceof Declined) {
                refused++;
            }
        }
        DemoMark.reached(db, next, next == steps.size());
        return refused;
    }

    static Request request(DemoStep step, int number) {
        Attribution by =
                new Attribution(step.actor(), "demo-" + number, Attribution.Channel.DEMO, Optional.of("demo"), true);
        return new Request(step.caseId(), step.command(), by, step.at(), OptionalLong.empty(), Optional.empty());
    }
}
