package org.huhang.app.knownat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.huhang.app.knownat.Question.Told;
import org.huhang.app.testing.BesideOthers;
import org.huhang.app.testing.RunningApplication;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.time.Shanghai;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A case that every read model has to pass over for a while: what is told without it is told so again when it is back. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@BesideOthers
class PassedOverTest {

    private static final LocalDate TODAY = Shanghai.dayOf(Instant.now());

    /** A table that every fact told below writes to. */
    private static final Map<String, String> TABLES =
            Map.of("ledger", "child", "statistics", "timeline", "worklist", "agenda", "audit", "fact");

    @TempDir
    static Path folder;

    private static RunningApplication huhang;
    private static Officer officer;
    private static Officer there;

    private final Random random = new Random(17);
    private String child;
    private String another;

    @BeforeAll
    static void start() {
        huhang = RunningApplication.start(folder.resolve("data"), "--huhang.read-models.segments=2");
        officer = new Officer(huhang, Officer.HERE, TODAY);
        there = new Officer(huhang, Officer.THERE, TODAY);
    }

    @AfterAll
    static void stop() {
        huhang.close();
    }

    @BeforeEach
    void two_children_on_the_ledger() {
        child = officer.listed();
        another = officer.listed();
    }

    @AfterEach
    void everything_is_followed_again() throws SQLException {
        mend();
        TABLES.keySet().forEach(model -> operator("/api/read-models/" + model + "/parked/replay"));
    }

    @Test
    void what_is_replayed_is_known_from_the_next_fact_on() throws Exception {
        List<Told> told = new ArrayList<>();
        passOver(child, told);
        mend();
        replay();
        told.forEach(as -> as.again(huhang));
        assertThat(risk()).as("nothing was recorded since").isEqualTo("HIGH");

        officer.command(another, "record-visit", officer.visit(TODAY));
        caughtUp();

        assertThat(risk()).isEqualTo("LOW");
        assertThat(events()).isEqualTo(4);
        told.forEach(as -> as.again(huhang));
        officer.delist(child);
        officer.move(child, Officer.VILLAGE_THERE, TODAY);
        caughtUp();
        told.forEach(as -> as.again(huhang));
    }

    @Test
    void what_was_replayed_is_known_as_late_in_a_copy_made_anew_and_in_the_one_before() throws Exception {
        List<Told> told = new ArrayList<>();
        passOver(child, told);
        mend();
        replay();
        officer.command(another, "record-visit", officer.visit(TODAY));
        caughtUp();
        questions(child).forEach(question -> question.toldBy(huhang).forEach(told::add));

        everyReadModel("rebuild");
        told.forEach(as -> as.again(huhang));
        officer.move(child, Officer.VILLAGE, TODAY);
        passOver(child, told);
        mend();
        replay();
        told.forEach(as -> as.again(huhang));
        everyReadModel("restore-previous");

        told.forEach(as -> as.again(huhang));
    }

    @Test
    void the_office_that_a_child_left_meanwhile_reads_up_to_the_move_and_the_next_one_everything() throws Exception {
        List<Told> told = new ArrayList<>();
        passOver(child, told);
        officer.move(child, Officer.VILLAGE_THERE, TODAY);
        there.command(child, "record-visit", there.visit(TODAY));
        there.move(child, Officer.VILLAGE, TODAY);
        officer.command(child, "record-visit", officer.visit(TODAY));
        officer.move(child, Officer.VILLAGE_THERE, TODAY);
        there.command(child, "record-visit", there.visit(TODAY));
        caughtUp();
        mend();
        replay();
        told.forEach(as -> as.again(huhang));

        officer.command(another, "record-visit", officer.visit(TODAY));
        caughtUp();

        assertThat(versionsSeenIn(Officer.THERE)).containsExactly(9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L, 0L);
        assertThat(versionsSeenIn(Officer.HERE)).containsExactly(8L, 7L, 6L, 4L, 3L, 2L, 1L, 0L);
        everyReadModel("rebuild");
        assertThat(versionsSeenIn(Officer.HERE)).containsExactly(8L, 7L, 6L, 4L, 3L, 2L, 1L, 0L);
        told.forEach(as -> as.again(huhang));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_rebuild_replays_what_was_passed_over_and_tells_the_same(boolean mended) throws Exception {
        List<Told> told = new ArrayList<>();
        passOver(child, told);
        if (mended) {
            mend();
        }

        everyReadModel("rebuild");

        told.forEach(as -> as.again(huhang));
        officer.command(another, "record-visit", officer.visit(TODAY));
        caughtUp();
        assertThat(parked()).isZero();
        assertThat(risk()).isEqualTo("LOW");
        assertThat(events()).isEqualTo(4);
        told.forEach(as -> as.again(huhang));
    }

    /** @param told what was told meanwhile */
    private void passOver(String caseId, List<Told> told) throws SQLException {
        caughtUp();
        questions(caseId).forEach(question -> question.toldBy(huhang).forEach(told::add));
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            run("CREATE OR REPLACE FUNCTION %s.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                            .formatted(table.getKey())
                    + " RAISE EXCEPTION 'not this case' USING ERRCODE = '23514'; END $$");
            run("CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON %1$s.%2$s FOR EACH ROW WHEN (NEW.case_id = '%3$s')"
                            .formatted(table.getKey(), table.getValue(), caseId)
                    + " EXECUTE FUNCTION %s.refuse()".formatted(table.getKey()));
        }
        officer.command(caseId, "reassess-key-care", officer.risk("LOW"));
        officer.move(caseId, Officer.NEXT_VILLAGE, TODAY);
        for (int more = 0; more < 2; more++) {
            officer.story(there);
            caughtUp();
            questions(caseId).stream()
                    .filter(question -> !question.model().isEmpty())
                    .forEach(question -> question.toldBy(huhang).forEach(told::add));
        }
        assertThat(parked()).isEqualTo(TABLES.size());
    }

    private List<Question> questions(String caseId) {
        return Question.oneEach(random, TODAY, caseId);
    }

    private static void mend() throws SQLException {
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            run("DROP TRIGGER IF EXISTS refuse ON %s.%s".formatted(table.getKey(), table.getValue()));
        }
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = huhang.bean(DataSource.class).getConnection()) {
            connection.createStatement().execute(sql);
        }
    }

    private static void replay() {
        for (String model : TABLES.keySet()) {
            assertThat(operator("/api/read-models/" + model + "/parked/replay")
                            .json()
                            .get("followed")
                            .asInt())
                    .as(model)
                    .isEqualTo(1);
        }
    }

    private static void everyReadModel(String what) {
        for (String model : TABLES.keySet()) {
            assertThat(operator("/api/read-models/" + model + "/" + what).status())
                    .as(model)
                    .isEqualTo(202);
        }
        until(() -> statuses().allMatch(model -> model.get("state").asString().equals("UP_TO_DATE")));
    }

    private static long parked() {
        return statuses().mapToLong(model -> model.get("parked").asLong()).sum();
    }

    private static Stream<JsonNode> statuses() {
        return huhang.get("/api/read-models", huhang.token(Role.OPERATOR, "000000"))
                .json()
                .get("items")
                .valueStream();
    }

    private static void caughtUp() {
        until(() -> statuses().allMatch(model -> model.get("lag").asLong() == 0));
    }

    private static void until(BooleanSupplier reached) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within a minute").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private String risk() {
        return inspector("/api/ledger?limit=200")
                .filter(row -> row.get("caseId").asString().equals(child))
                .map(row -> row.get("risk").asString())
                .findFirst()
                .orElseThrow();
    }

    private long events() {
        return inspector("/api/audit?caseId=" + child).count();
    }

    private List<Long> versionsSeenIn(String county) {
        return huhang.get("/api/audit?caseId=" + child, huhang.token(Role.COUNTY_OFFICER, county))
                .json()
                .get("items")
                .valueStream()
                .map(entry -> entry.get("version").asLong())
                .toList();
    }

    private static Stream<JsonNode> inspector(String address) {
        return huhang.get(address, huhang.token(Role.INSPECTOR, "000000"))
                .json()
                .get("items")
                .valueStream();
    }

    private static RunningApplication.Answer operator(String address) {
        return huhang.post(address, huhang.token(Role.OPERATOR, "000000"), "");
    }
}
