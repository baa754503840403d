package org.huhang.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.huhang.app.testing.BesideOthers;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.command.port.CommandGateway;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.log.Attribution.Channel;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.time.Shanghai;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo as the first start of an empty database loads it. */
@BesideOthers
class DemoLoadingTest {

    private static final int CHILDREN = 60;
    private static final String DEMO = "--huhang.demo=true";
    private static final String FEW = "--huhang.demo-children=" + CHILDREN;

    @TempDir
    Path data;

    @Test
    void the_demo_is_written_whole_by_the_real_commands_and_marked_as_invented() {
        try (RunningApplication application = RunningApplication.start(data, DEMO, FEW)) {
            List<Recorded> facts = facts(application);
            DemoMark mark = mark(application);
            assertThat(mark.complete()).isTrue();
            assertThat(facts).allSatisfy(fact -> {
                assertThat(fact.by().demo()).isTrue();
                assertThat(fact.by().channel()).isEqualTo(Channel.DEMO);
            });
            assertThat(said(facts)).isEqualTo(said(mark));
            assertThat(facts).allSatisfy(fact -> assertThat(Shanghai.dayOf(fact.recordedAt()))
                    .isBetween(mark.lastDay().minusYears(2), mark.lastDay()));
            assertThat(Duration.between(
                            facts.getFirst().recordedAt(), facts.getLast().recordedAt()))
                    .isGreaterThan(Duration.ofDays(700));

            Answer audit = application.get(
                    "/api/audit?limit=1&min-position=" + facts.size(), application.token(Role.INSPECTOR, "000000"));
            assertThat(audit.json().path("items").path(0).path("demo").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void loading_that_was_interrupted_goes_on_at_the_next_start_and_a_loaded_demo_is_left_alone() {
        List<DemoStep> history = history(CHILDREN);
        List<String> whole = DemoOnPaper.of(history, PolicyBook.published()).lines();
        try (RunningApplication application = RunningApplication.start(data)) {
            interruptedAt(history.size() / 4, history, application);
            assertThat(facts(application)).isNotEmpty().hasSizeLessThan(whole.size());
        }
        // The number of children asked for now is not the one the demo was begun with, which holds.
        try (RunningApplication application = RunningApplication.start(data, DEMO, "--huhang.demo-children=7")) {
            assertThat(said(facts(application))).isEqualTo(whole);
        }
        try (RunningApplication application = RunningApplication.start(data, DEMO, FEW)) {
            assertThat(facts(application)).hasSameSizeAs(whole);
        }
    }

    @Test
    void a_log_in_use_gets_no_demo() {
        try (RunningApplication application = RunningApplication.start(data)) {
            DemoStep registration = history(1).getFirst();
            application.bean(CommandGateway.class).send(DemoLoader.request(registration, 0));
        }
        try (RunningApplication application = RunningApplication.start(data, DEMO, FEW)) {
            assertThat(facts(application)).hasSize(1);
            assertThat(DemoMark.read(application.bean(JdbcClient.class))).isEmpty();
        }
    }

    /** As the loader leaves things when it dies between two groups. */
    private static void interruptedAt(int steps, List<DemoStep> history, RunningApplication application) {
        JdbcClient db = application.bean(JdbcClient.class);
        DemoMark.begin(db, yesterday(), CHILDREN);
        for (int number = 0; number < steps; number++) {
            application.bean(CommandGateway.class).send(DemoLoader.request(history.get(number), number));
        }
        DemoMark.reached(db, steps, false);
    }

    private static List<DemoStep> history(int children) {
        return DemoHistory.of(children, yesterday(), PolicyBook.published().divisions());
    }

    private static LocalDate yesterday() {
        return Shanghai.dayOf(Instant.now()).minusDays(1);
    }

    private static DemoMark mark(RunningApplication application) {
        return DemoMark.read(application.bean(JdbcClient.class)).orElseThrow();
    }

    private static List<Recorded> facts(RunningApplication application) {
        return application.bean(EventLog.class).after(0, 1_000_000);
    }

    /** What the history says, by which case, in which order. */
    private static List<String> said(DemoMark mark) {
        return DemoOnPaper.of(
                        DemoHistory.of(
                                mark.children(),
                                mark.lastDay(),
                                PolicyBook.published().divisions()),
                        PolicyBook.published())
                .lines();
    }

    private static List<String> said(List<Recorded> facts) {
        return facts.stream()
                .map(fact -> DemoOnPaper.line(fact.stream(), fact.event()))
                .collect(Collectors.toList());
    }
}
