package org.huhang.app.knownat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.huhang.app.database.OutsideDatabase;
import org.huhang.app.knownat.Question.Told;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.time.Shanghai;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes on one database, with officers at work in both who pass children on to each other: whatever a reader of any
 * reach is told is told again, to the byte, as of the position and as of the time that it names.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AskedAgainTest {

    private static final int ROUNDS = 2;
    private static final LocalDate TODAY = Shanghai.dayOf(Instant.now());
    private static final List<String> MODELS = List.of("ledger", "statistics", "worklist", "audit");

    @TempDir
    static Path folder;

    private static OutsideDatabase database;
    private static RunningApplication one;
    private static RunningApplication other;
    private static Officer officer;
    private static String busy;
    private static String moving;

    @BeforeAll
    static void two_processes_on_one_database() throws Exception {
        database = OutsideDatabase.startedIn(folder.resolve("outside"));
        one = start("one");
        other = start("other");
        officer = new Officer(one, Officer.HERE, TODAY);
        busy = officer.listed();
        moving = officer.listed();
    }

    @AfterAll
    static void stop() throws IOException {
        for (RunningApplication application : new RunningApplication[] {other, one}) {
            if (application != null) {
                application.close();
            }
        }
        if (database != null) {
            database.close();
        }
    }

    private static RunningApplication start(String name) {
        return RunningApplication.start(
                folder.resolve(name),
                "--huhang.database.url=" + database.url(),
                "--huhang.database.username=" + database.username(),
                "--huhang.database.password=" + database.password());
    }

    @Test
    void what_is_told_is_told_again_as_of_the_position_and_the_time_it_names() throws Exception {
        List<Told> told = new ArrayList<>();
        Random random = new Random(7);
        long before = head();
        try (Writers writers = writers()) {
            for (int round = 0; round < ROUNDS; round++) {
                for (Question question : oneEach(random)) {
                    RunningApplication asked = random.nextBoolean() ? one : other;
                    question.toldBy(asked).forEach(as -> {
                        as.again(asked == one ? other : one);
                        told.add(as);
                    });
                }
            }
        }
        assertThat(head()).as("it went on meanwhile").isGreaterThan(before + 100);
        assertThat(told).anyMatch(as -> as.pages().size() > 2);
        told.forEach(as -> as.again(one));
    }

    @Test
    void a_moment_just_past_is_answered_once_and_for_all() throws Exception {
        List<Told> told = new ArrayList<>();
        Random random = new Random(11);
        try (Writers writers = writers()) {
            for (int round = 0; round < ROUNDS; round++) {
                for (Question question : oneEach(random)) {
                    String justPast = Instant.now().toString();
                    Told as = question.toldOf(round % 2 == 0 ? one : other, justPast);
                    if (!as.pages().isEmpty()) {
                        told.add(as);
                    }
                }
            }
        }
        told.forEach(as -> as.again(other));
    }

    @Test
    void what_was_just_recorded_can_be_asked_for_everywhere() {
        Officer elsewhere = new Officer(other, Officer.HERE, TODAY);
        long position = elsewhere.command(busy, "record-visit", elsewhere.visit(TODAY));

        for (Question question : oneEach(new Random(3))) {
            Answer answer = question.answer(one, "&min-position=" + position);
            boolean ofAnotherCase = question.address().contains(moving);
            boolean notTheirs = question.model().isEmpty() && answer.status() == 404;
            if (!notTheirs && (!ofAnotherCase || !question.model().isEmpty())) {
                assertThat(answer.json().get("position").asLong())
                        .as(question.address())
                        .isGreaterThanOrEqualTo(position);
            }
        }
        Answer now = one.get(
                "/api/cases/" + busy + "?min-position=" + position, one.token(Role.COUNTY_OFFICER, Officer.HERE));
        assertThat(now.json().get("position").asLong()).isGreaterThanOrEqualTo(position);
        assertThat(now.json().has("knownAt")).isTrue();
    }

    @Test
    void what_is_not_there_yet_is_refused_everywhere() {
        long beyond = head() + 1_000_000;
        for (Question question : oneEach(new Random(5))) {
            assertThat(question.answer(one, "&knownAt=" + beyond).code())
                    .as(question.address())
                    .isEqualTo("POSITION_NOT_REACHED");
            for (String yetToCome : List.of(
                    Instant.now().plusSeconds(600).toString(), TODAY.plusDays(1).toString())) {
                assertThat(question.answer(one, "&knownAt=" + yetToCome).code())
                        .as(question.address())
                        .isEqualTo("DATE_IN_THE_FUTURE");
            }
            assertThat(question.answer(one, "&min-position=" + beyond).code())
                    .as(question.address())
                    .isEqualTo("POSITION_NOT_REACHED");
        }
    }

    /** A segment that somebody else has does not get on, in either process. */
    @Test
    void a_read_model_that_lags_says_how_far_it_is_and_can_be_asked_for_that_again() throws Exception {
        List<Told> told = new ArrayList<>();
        Officer there = new Officer(other, Officer.THERE, TODAY);
        try (Connection held = DriverManager.getConnection(database.url(), database.username(), database.password())) {
            held.setAutoCommit(false);
            for (String model : MODELS) {
                hold(model, held);
            }
            long before = officer.command(busy, "record-visit", officer.visit(TODAY));
            officer.story(there);
            for (Question question : oneEach(new Random(13))) {
                question.toldBy(one).forEach(as -> {
                    if (!question.model().isEmpty()) {
                        assertThat(Long.parseLong(Question.named(as.pages().getFirst(), "position")))
                                .as(question.address())
                                .isLessThan(before);
                    }
                    as.again(other);
                    told.add(as);
                });
            }
        }
        officer.story(there);
        told.forEach(as -> as.again(one));
    }

    /** A merge is a fact of both cases, in one commit, and nobody ever knew of one of the two alone. */
    @Test
    void a_position_in_the_middle_of_a_commit_means_the_whole_of_it_as_its_time_does() {
        String caseId = officer.listed();
        String absorbed = officer.listed();
        long last = officer.command(caseId, "merge", officer.otherCase(absorbed));

        for (Question question : Question.oneEach(new Random(17), TODAY, caseId, absorbed)) {
            Question.Told whole = question.toldOf(one, Long.toString(last));
            assertThat(question.toldOf(one, Long.toString(last - 1)).pages())
                    .as("%s as of %d", question.address(), last - 1)
                    .isEqualTo(whole.pages());
            whole.pages().stream()
                    .limit(1)
                    .flatMap(page -> Stream.of("position", "knownAt").map(name -> Question.named(page, name)))
                    .forEach(moment -> new Question.Told(question, moment, whole.pages()).again(other));
        }
        // The survivor's tells the facts of both.
        Map.of(caseId, 5, absorbed, 3).forEach((merged, facts) -> {
            Question history = new Question(
                    "",
                    "/api/cases/" + merged + "/history?limit=200",
                    new Question.Reader(Role.COUNTY_OFFICER, Officer.HERE));
            assertThat(history.answer(one, "&knownAt=" + (last - 1)).json().at("/items"))
                    .as(merged)
                    .hasSize(facts);
        });
    }

    private static Writers writers() {
        return Writers.at(List.of(one, other), busy, moving, TODAY);
    }

    private static List<Question> oneEach(Random random) {
        return Question.oneEach(random, TODAY, busy, moving);
    }

    private static long head() {
        return one.bean(EventLog.class).head();
    }

    private static void hold(String model, Connection connection) throws SQLException {
        connection.createStatement().execute("SELECT FROM " + model + ".progress WHERE segment = 0 FOR NO KEY UPDATE");
    }
}
