package org.huhang.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.huhang.app.database.OutsideDatabase;
import org.huhang.app.testing.BesideOthers;
import org.huhang.app.testing.RunningApplication;
import org.huhang.kernel.log.EventLog;
import org.huhang.query.ReadModels;
import org.json.JSONException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.skyscreamer.jsonassert.Customization;
import org.skyscreamer.jsonassert.JSONAssert;
import org.skyscreamer.jsonassert.JSONCompareMode;
import org.skyscreamer.jsonassert.comparator.CustomComparator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Today's Huhang, started on the log that an older one left, makes the same rows of it and gives the same answers.
 * Compared are the columns and members there were then: later ones may have been added beside them.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@BesideOthers
class OlderLogTest {

    /** The application before the log got a writer of its own. */
    private static final OlderLog OLDER = new OlderLog("first");

    private static final Set<String> ADDED_SINCE =
            Set.of("guardianship.carerSince", "guardianship.lapse", "guardianship.longTermEnd");

    /** Read models in which files that became one add up since. */
    private static final Set<String> APPROVED = Set.of("statistics.spell", "ledger.child", "worklist.task");

    private static final List<String> MERGED_FILES =
            List.of("6de9f6e9-efbc-4c72-9819-d27b20a1a5cb", "47290889-7c12-482c-a824-b4ab6d8798ea");

    @TempDir
    static Path folder;

    private static OutsideDatabase database;
    private static RunningApplication application;

    @BeforeAll
    static void todays_application_is_started_on_the_older_log() throws Exception {
        database = OutsideDatabase.startedIn(folder.resolve("outside"));
        Flyway.configure()
                .dataSource(database.url(), database.username(), database.password())
                .locations("classpath:db/log")
                .schemas("log")
                .target("1")
                .load()
                .migrate();
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.username(), database.password())) {
            connection.createStatement().execute("DELETE FROM log.installation");
            OLDER.writeLogTo(connection);
        }
        application = RunningApplication.start(
                folder.resolve("data"),
                "--huhang.database.url=" + database.url(),
                "--huhang.database.username=" + database.username(),
                "--huhang.database.password=" + database.password());
    }

    @AfterAll
    static void close() throws IOException {
        if (application != null) {
            application.close();
        }
        if (database != null) {
            database.close();
        }
    }

    @Test
    void every_kind_of_fact_is_in_it() {
        CopiedTable facts = OLDER.table("log.event");
        int name = facts.columns().indexOf("name");
        assertThat(facts.rows()).isGreaterThan(150);
        assertThat(facts.lines().stream().map(line -> line.split("\t")[name]))
                .contains(
                        "ChildRegistered",
                        "LivingArrangementRecorded",
                        "IdentityDocumentAttached",
                        "IdentityCorrected",
                        "ResidenceMoved",
                        "HukouMoved",
                        "CasesMerged",
                        "CasesUnmerged",
                        "CaseClosed",
                        "CaseReopened",
                        "ScreenedAsMigrant",
                        "ScreenedAsLeftBehind",
                        "ScreenedOut",
                        "ScreeningReferredToReview",
                        "ScreeningReconfirmed",
                        "MigrantStatusEnded",
                        "LeftBehindStatusEnded",
                        "KeyCareListed",
                        "KeyCareReassessed",
                        "KeyCareDelisted",
                        "HomeVisitRecorded",
                        "GuardianshipLapsed",
                        "TemporaryCareAssigned",
                        "TemporaryCareReviewed",
                        "ReturnAssessed",
                        "ReturnedToGuardian",
                        "LongTermGuardianshipAssumed");
    }

    static Stream<String> models() {
        return OlderLog.READ_MODELS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_read_model_that_follows_it_has_the_same_rows(String model) throws Exception {
        followed(model);
        sameRows(model);
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_read_model_made_anew_from_it_has_the_same_rows(String model) throws Exception {
        followed(model);
        application.bean(Rebuilds.class).begin(model).get(60, TimeUnit.SECONDS);
        sameRows(model);
    }

    @Test
    void the_history_of_a_case_and_what_was_known_of_it_are_the_same() throws JSONException {
        List<KeptExchange> questions = OLDER.exchanges().stream()
                .filter(exchange -> exchange.body() == null)
                .toList();
        assertThat(questions).hasSize(4);
        for (KeptExchange before : questions) {
            sameAnswer(before, before.askedOf(application));
        }
    }

    @Test
    void a_command_sent_again_with_its_key_gets_the_old_answer_and_has_no_second_effect() throws JSONException {
        long head = application.bean(EventLog.class).head();
        List<KeptExchange> commands = OLDER.exchanges().stream()
                .filter(exchange -> exchange.body() != null)
                .toList();
        assertThat(commands).hasSizeGreaterThan(4).anyMatch(command -> command.status() >= 400);
        for (KeptExchange before : commands) {
            KeptExchange again = before.askedOf(application);
            assertThat(again.eTag()).isEqualTo(before.eTag());
            sameAnswer(before, again);
        }
        assertThat(application.bean(EventLog.class).head()).isEqualTo(head);
    }

    @Test
    void a_row_that_differs_is_noticed() throws Exception {
        followed("audit");
        CopiedTable kept = OLDER.table("audit.fact");
        CopiedTable changed = CopiedTable.of(kept.text().replaceFirst("\tAPI\t", "\tIMPORT\t"));
        try (Connection connection = application.bean(DataSource.class).getConnection()) {
            CopiedTable now = changed.readAgain(connection, "audit.fact");
            assertThatThrownBy(() -> assertThat(now.lines()).isEqualTo(changed.lines()))
                    .isInstanceOf(AssertionError.class);
        }
    }

    private static void followed(String model) {
        OlderLogRecording.awaits(
                application.bean(ReadModels.class),
                model,
                OLDER.table("log.event").rows());
    }

    private static void sameRows(String model) throws SQLException, IOException {
        try (Connection connection = application.bean(DataSource.class).getConnection()) {
            for (String table : OlderLog.READ_MODELS.get(model)) {
                String full = model + "." + table;
                CopiedTable before = OLDER.table(full);
                assertThat(before.rows()).as(full).isPositive();
                List<String> now = before.readAgain(connection, full).lines();
                assertThat(ofThen(full, ofUnmergedFiles(now)))
                        .as(full)
                        .isEqualTo(ofThen(full, ofUnmergedFiles(before.lines())));
                if (APPROVED.contains(full)) {
                    assertThat(ofMergedFiles(now)).as(full).isEqualTo(OLDER.approved(full));
                } else {
                    assertThat(ofThen(full, ofMergedFiles(now)))
                            .as(full)
                            .isEqualTo(ofThen(full, ofMergedFiles(before.lines())));
                }
            }
        }
    }

    private static List<String> ofThen(String table, List<String> rows) {
        return switch (table) {
            case "statistics.spell" -> withoutThosePassing(rows);
            case "statistics.fact" -> withoutMerges(rows);
            default -> rows;
        };
    }

    /** What was known between two facts of one time only was not kept then: no instant asks for it, only a position does. */
    private static List<String> withoutThosePassing(List<String> spells) {
        List<String> columns = List.of(spells.getFirst().split("\t"));
        int from = columns.indexOf("known_from_at");
        int to = columns.indexOf("known_to_at");
        return spells.stream()
                .filter(spell -> !spell.split("\t")[from].equals(spell.split("\t")[to]))
                .toList();
    }

    /**
     * Since files that become one add up, figures rest on merges; and no longer on what says again of who the child is what was
     * said before.
     */
    private static List<String> withoutMerges(List<String> facts) {
        return facts.stream()
                .filter(fact -> Stream.of("CasesMerged", "CasesUnmerged", "IdentityCorrected")
                        .noneMatch(name -> fact.contains("\t" + name + "\t")))
                .toList();
    }

    /** Two files that became one, were parted, and became one the other way about. */
    private static boolean isOfMergedFiles(String row) {
        return MERGED_FILES.stream().anyMatch(row::contains);
    }

    private static List<String> ofUnmergedFiles(List<String> rows) {
        return rows.stream().filter(row -> !isOfMergedFiles(row)).toList();
    }

    private static List<String> ofMergedFiles(List<String> rows) {
        return rows.stream().filter(OlderLogTest::isOfMergedFiles).toList();
    }

    private static void sameAnswer(KeptExchange before, KeptExchange now) throws JSONException {
        assertThat(now.status()).as(now.answer()).isEqualTo(before.status());
        if (MERGED_FILES.stream().anyMatch(before.path()::contains)) {
            assertThat(toldOfOneFile(now)).as(before.path()).isNotEmpty().isSubsetOf(toldOfOneFile(before));
            return;
        }
        JSONAssert.assertEquals(
                before.path(),
                ofThen(named(before.answer())),
                ofThen(now.answer()),
                new CustomComparator(
                        JSONCompareMode.STRICT_ORDER, new Customization("next", OlderLogTest::bothOrNone)));
    }

    /**
     * Of files that became one every fact is told since, each with its file and with what it did to the child's one picture. What
     * the file itself was told is told as it was.
     */
    private static List<String> toldOfOneFile(KeptExchange exchange) {
        return JsonMapper.shared().readTree(exchange.answer()).findParents("content").stream()
                .filter(fact -> exchange.path().contains(fact.path("caseId").asString(exchange.path())))
                .map(fact -> fact.path("position") + " " + fact.path("name") + " " + fact.path("content"))
                .toList();
    }

    /** A cursor is good for the page after this one and says nothing to anybody else. */
    private static boolean bothOrNone(Object before, Object now) {
        return before.getClass().equals(now.getClass());
    }

    /** Without what facts did to members that were not there then. */
    private static String ofThen(String answer) {
        JsonNode told = JsonMapper.shared().readTree(answer);
        for (JsonNode changes : told.findValues("changes")) {
            for (int i = changes.size() - 1; i >= 0; i--) {
                if (addedSince(changes.get(i)) || forgotten(changes.get(i))) {
                    ((ArrayNode) changes).remove(i);
                }
            }
        }
        return told.toString();
    }

    private static boolean addedSince(JsonNode change) {
        return ADDED_SINCE.contains(change.path("path").asString());
    }

    /** Once somebody stood in, that version no longer told why guardianship had lapsed. */
    private static boolean forgotten(JsonNode change) {
        return List.of("guardianship.ground", "guardianship.circumstances")
                        .contains(change.path("path").asString())
                && change.path("after").isNull();
    }

    /** That version called a request what its caller did. */
    private static String named(String answer) {
        return answer.replace("\"requestId\":\"older-log\"", "\"requestId\":\"this-request\"");
    }
}
