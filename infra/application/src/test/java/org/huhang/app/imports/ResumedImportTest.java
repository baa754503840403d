package org.huhang.app.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.app.imports.Imports.DRY_RUN;
import static org.huhang.app.imports.Imports.REAL;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.huhang.app.testing.ApplicationProcess;
import org.huhang.app.testing.BesideOthers;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.area.file.FileEvent.ChildRegistered;
import org.huhang.kernel.area.screening.ScreeningEvent;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An import goes on after the application was stopped, or killed, in the middle of it. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@BesideOthers
class ResumedImportTest {

    /** Enough that a list is still under way when its first rows are told of. */
    private static final int ROWS = 3_000;

    private static final int EVERY_SO_MANY_ONE_IS_FAULTY = 100;
    private static final int FAULTY = ROWS / EVERY_SO_MANY_ONE_IS_FAULTY;
    private static final int STOP_AT = 60;

    @TempDir
    Path data;

    @Test
    void a_stopped_import_goes_on_at_the_next_start() {
        Answer accepted;
        try (RunningApplication application = RunningApplication.start(data)) {
            Imports imports = Imports.of("330109", application);
            accepted = imports.submit(list(), REAL);
            imports.reached(STOP_AT, accepted);
        }
        try (RunningApplication application = RunningApplication.start(data)) {
            finishes(accepted, application);
        }
    }

    @Test
    void a_dry_run_that_was_stopped_foretells_the_same() {
        Answer accepted;
        try (RunningApplication application = RunningApplication.start(data)) {
            Imports imports = Imports.of("330109", application);
            accepted = imports.submit(list(), DRY_RUN);
            imports.reached(1, accepted);
        }
        try (RunningApplication application = RunningApplication.start(data)) {
            Imports imports = Imports.of("330109", application);
            imports.follow(accepted);
            assertThat(outcomes(imports.rows(imports.progress(accepted))))
                    .isEqualTo(outcomes(imports.rows(imports.run(list(), REAL))));
        }
    }

    @Test
    void an_import_goes_on_after_a_kill() throws Exception {
        Answer accepted;
        try (ApplicationProcess application = ApplicationProcess.start(data)) {
            Imports imports = Imports.at(application.base(), application.token("county-officer"));
            accepted = imports.submit(list(), REAL);
            imports.reached(STOP_AT, accepted);
            application.kill();
        }
        try (RunningApplication application = RunningApplication.start(data)) {
            assertThat(application.bean(EventLog.class).head())
                    .as("facts before the kill")
                    .isPositive();
            finishes(accepted, application);
        }
    }

    /** As one that stood still for longer than its lease, and goes on without knowing that another has its job. */
    @Test
    void a_runner_that_was_taken_for_dead_leaves_the_job_to_the_other() {
        try (RunningApplication application = RunningApplication.start(data)) {
            Imports imports = Imports.of("330109", application);
            Answer accepted = imports.submit(list(), REAL);
            imports.reached(STOP_AT, accepted);

            JdbcClient database = application.bean(JdbcClient.class);
            database.sql("UPDATE imports.job SET runner = gen_random_uuid(),"
                            + " heard_at = clock_timestamp() + interval '1 hour'")
                    .update();
            assertThat(of(ChildRegistered.class, standingStill(application), Recorded::caseId))
                    .as("children when the runner has stopped")
                    .hasSizeBetween(STOP_AT, ROWS - FAULTY - 1);
            assertThat(imports.progress(accepted).path("state").asString()).isEqualTo("RUNNING");

            database.sql("UPDATE imports.job SET heard_at = clock_timestamp() - interval '1 hour'")
                    .update();
            finishes(accepted, application);
        }
    }

    /** All facts, once none has come for twice as long as an import may be silent. */
    private static List<Recorded> standingStill(RunningApplication application) {
        EventLog log = application.bean(EventLog.class);
        long head = -1;
        while (head != log.head()) {
            head = log.head();
            LockSupport.parkNanos(Duration.ofSeconds(4).toNanos());
        }
        return log.after(0, 10 * ROWS);
    }

    private static void finishes(Answer accepted, RunningApplication application) {
        Imports imports = Imports.of("330109", application);
        imports.follow(accepted);
        JsonNode done = imports.progress(accepted);
        assertThat(done.path("state").asString()).isEqualTo("DONE");
        assertThat(done.path("rows").asLong()).isEqualTo(ROWS);
        assertThat(done.path("refused").asLong()).isEqualTo(FAULTY);
        assertThat(done.path("imported").asLong()).isEqualTo(ROWS - FAULTY);

        List<NamedCsvRecord> rows = imports.rows(done);
        assertThat(rows.stream().map(row -> Long.valueOf(row.getField("row"))))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(2, ROWS + 1).boxed().toList());
        List<Recorded> facts = application.bean(EventLog.class).after(0, 10 * ROWS);
        assertThat(of(ChildRegistered.class, facts, fact -> fact.by().source().orElseThrow()))
                .hasSize(ROWS - FAULTY)
                .doesNotHaveDuplicates();
        assertThat(of(ScreeningEvent.class, facts, Recorded::caseId))
                .hasSize(ROWS - FAULTY)
                .doesNotHaveDuplicates();
        assertThat(rows.stream()
                        .filter(row -> row.getField("outcome").equals("IMPORTED"))
                        .map(row -> row.getField("caseId"))
                        .collect(Collectors.toSet()))
                .isEqualTo(facts.stream().map(fact -> fact.caseId().toString()).collect(Collectors.toSet()));
    }

    private static <T> List<T> of(Class<? extends CaseEvent> kind, List<Recorded> facts, Function<Recorded, T> told) {
        return facts.stream()
                .filter(fact -> kind.isInstance(fact.event()))
                .map(told)
                .toList();
    }

    private static List<String> outcomes(List<NamedCsvRecord> rows) {
        return rows.stream()
                .map(row -> row.getField("row") + " " + row.getField("outcome") + " " + row.getField("screening"))
                .toList();
    }

    private static byte[] list() {
        return IntStream.range(0, ROWS)
                .mapToObj(row -> "林小满%d,%s,2015-05-20,340122,农村,330109104201,2025-01-10,公安"
                        .formatted(row, row % EVERY_SO_MANY_ONE_IS_FAULTY == 7 ? "不详" : "女"))
                .collect(Collectors.joining("\n", "姓名,性别,出生日期,户籍地代码,户口性质,居住地代码,来居住地日期,信息来源\n", "\n"))
                .getBytes(UTF_8);
    }
}
