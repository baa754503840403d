package org.huhang.app.knownat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.huhang.app.database.OutsideDatabase;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.time.Shanghai;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Two processes on one database, with officers at work in both: an answer is given again as of what it says it rests on. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AskedAgainTest {

    private static final int ROUNDS = 12;
    private static final LocalDate TODAY = Shanghai.dayOf(Instant.now());

    @TempDir
    static Path folder;

    private static OutsideDatabase database;
    private static RunningApplication one;
    private static RunningApplication other;
    private static String busy;

    /**
     * @param knownAt name of the parameter that asks as of a moment
     */
    private record Question(String address, String knownAt) {

        /** A replay tells beside its answer what has come since, and that grows. */
        JsonNode of(RunningApplication application, String moment) {
            Answer answer = answer(application, moment);
            assertThat(answer.status()).as(address + " " + answer.body()).isEqualTo(200);
            JsonNode json = answer.json();
            assertThat(answer.header("Huhang-Position"))
                    .isEqualTo(json.get("position").toString());
            if (json.has("asked")) {
                ((ObjectNode) json).remove(List.of("asked", "changedSince"));
            }
            return json;
        }

        Answer answer(RunningApplication application, String moment) {
            String asOf = moment == null ? "" : "&" + knownAt + "=" + URLEncoder.encode(moment, UTF_8);
            return application.get(address + asOf, application.token(Role.INSPECTOR, "330000"));
        }
    }

    private record Told(Question question, String moment, JsonNode answer) {

        void again(RunningApplication application) {
            assertThat(question.of(application, moment))
                    .as("%s as of %s", question.address, moment)
                    .isEqualTo(answer);
        }
    }

    private static List<Question> questions() {
        String month = YearMonth.from(TODAY).toString();
        return List.of(
                new Question("/api/statistics/counts?level=township&by=status,ground,sex&month=" + month, "knownAt"),
                new Question("/api/statistics/matrix?measure=on-file&month=" + month, "knownAt"),
                new Question("/api/statistics/evidence?limit=200&measure=hardship&month=" + month, "knownAt"),
                new Question("/api/ledger?limit=200&on=" + TODAY, "knownAt"),
                new Question("/api/audit?limit=50", "to"),
                new Question("/api/cases/" + busy + "/history?limit=200", "knownAt"),
                new Question("/api/cases/" + busy + "/replay?effectiveAt=" + TODAY, "knownAt"));
    }

    @BeforeAll
    static void two_processes_on_one_database() throws Exception {
        database = OutsideDatabase.startedIn(folder.resolve("outside"));
        one = start("one");
        other = start("other");
        busy = new Writers.Officer(one, TODAY).listed();
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
    void figures_and_events_are_given_again_as_of_the_position_and_the_time_they_name() throws Exception {
        List<Told> told = new ArrayList<>();
        Random random = new Random(7);
        try (Writers writers = Writers.at(List.of(one, other), busy, TODAY)) {
            for (int round = 0; round < ROUNDS; round++) {
                for (Question question : questions()) {
                    RunningApplication asked = random.nextBoolean() ? one : other;
                    JsonNode answer = question.of(asked, null);
                    for (String moment : moments(answer)) {
                        Told as = new Told(question, moment, answer);
                        as.again(asked);
                        as.again(asked == one ? other : one);
                        told.add(as);
                    }
                }
            }
        }
        assertThat(told.getLast().answer.get("position").asLong())
                .as("it went on meanwhile")
                .isGreaterThan(told.getFirst().answer.get("position").asLong());
        told.forEach(as -> as.again(one));
    }

    @Test
    void a_moment_just_past_is_answered_once_and_for_all() throws Exception {
        List<Told> told = new ArrayList<>();
        try (Writers writers = Writers.at(List.of(one, other), busy, TODAY)) {
            for (int round = 0; round < ROUNDS; round++) {
                for (Question question : questions()) {
                    String justPast = Instant.now().toString();
                    told.add(new Told(question, justPast, question.of(round % 2 == 0 ? one : other, justPast)));
                }
            }
        }
        told.forEach(as -> as.again(other));
    }

    @Test
    void what_was_just_recorded_can_be_asked_for_everywhere() {
        Writers.Officer officer = new Writers.Officer(other, TODAY);
        long position = officer.command(busy, "record-visit", officer.visit());

        for (Question question : questions()) {
            JsonNode answer =
                    new Question(question.address + "&min-position=" + position, question.knownAt).of(one, null);
            assertThat(answer.get("position").asLong()).as(question.address).isGreaterThanOrEqualTo(position);
        }
        for (String address : List.of("/api/worklist?limit=1", "/api/cases/" + busy + "?")) {
            Answer answer = one.get(address + "&min-position=" + position, one.token(Role.COUNTY_OFFICER, "330109"));
            assertThat(answer.json().get("position").asLong()).as(address).isGreaterThanOrEqualTo(position);
            assertThat(answer.json().has("knownAt")).as(address).isTrue();
        }
    }

    @Test
    void what_is_not_there_yet_is_refused_everywhere() {
        long beyond = one.bean(org.huhang.kernel.log.CaseLog.class).head() + 1_000_000;
        for (Question question : questions()) {
            assertThat(question.answer(one, Long.toString(beyond)).code())
                    .as(question.address)
                    .isEqualTo("POSITION_NOT_REACHED");
            for (String yetToCome : List.of(
                    Instant.now().plusSeconds(600).toString(), TODAY.plusDays(1).toString())) {
                assertThat(question.answer(one, yetToCome).code())
                        .as(question.address)
                        .isEqualTo("DATE_IN_THE_FUTURE");
            }
            Question waiting = new Question(question.address + "&min-position=" + beyond, question.knownAt);
            assertThat(waiting.answer(one, null).code()).as(question.address).isEqualTo("POSITION_NOT_REACHED");
        }
    }

    /** A segment that somebody else has does not get on, in either process. */
    @Test
    void a_read_model_that_lags_says_how_far_it_is_and_can_be_asked_for_that_again() throws Exception {
        Writers.Officer officer = new Writers.Officer(one, TODAY);
        List<Told> told = new ArrayList<>();
        try (Connection held = DriverManager.getConnection(database.url(), database.username(), database.password())) {
            held.setAutoCommit(false);
            for (String model : List.of("ledger", "statistics", "audit")) {
                hold(model, held);
            }
            long before = officer.command(busy, "record-visit", officer.visit());
            officer.listed();
            for (Question question : questions().subList(0, 5)) {
                JsonNode answer = question.of(one, null);
                assertThat(answer.get("position").asLong()).isLessThan(before);
                moments(answer).forEach(moment -> told.add(new Told(question, moment, answer)));
                told.forEach(as -> as.again(other));
            }
        }
        officer.listed();
        told.forEach(as -> as.again(one));
    }

    /** Closing a case on the ledger takes it off: two facts of one commit, and nobody ever knew of the first alone. */
    @Test
    void a_position_in_the_middle_of_a_commit_means_the_whole_of_it_as_its_time_does() {
        Writers.Officer officer = new Writers.Officer(one, TODAY);
        String caseId = officer.listed();
        long last = officer.command(
                caseId, "close", "{\"reason\":\"NO_LONGER_IN_NEED\",\"note\":\"随迁\",\"on\":\"%s\"}".formatted(TODAY));
        List<Question> questions = new ArrayList<>(questions());
        questions.add(new Question("/api/cases/" + caseId + "/history?limit=200", "knownAt"));
        questions.add(new Question("/api/cases/" + caseId + "/replay?effectiveAt=" + TODAY, "knownAt"));

        for (Question question : questions) {
            JsonNode whole = question.of(one, Long.toString(last));
            assertThat(question.of(one, Long.toString(last - 1)))
                    .as("%s as of %d", question.address, last - 1)
                    .isEqualTo(whole);
            moments(whole).forEach(moment -> new Told(question, moment, whole).again(other));
        }
        assertThat(questions
                        .get(questions.size() - 2)
                        .of(one, Long.toString(last - 1))
                        .at("/items"))
                .hasSize(4);
    }

    private static void hold(String model, Connection connection) throws SQLException {
        connection.createStatement().execute("SELECT FROM " + model + ".progress WHERE segment = 0 FOR NO KEY UPDATE");
    }

    private static List<String> moments(JsonNode answer) {
        return List.of(answer.get("position").toString(), answer.get("knownAt").stringValue());
    }
}
