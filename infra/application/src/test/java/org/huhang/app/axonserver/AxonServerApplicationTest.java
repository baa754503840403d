package org.huhang.app.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.huhang.app.testing.BesideOthers;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.axonserver.AxonServerDouble;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.time.Shanghai;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The whole product on Axon Server, one day of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@BesideOthers
class AxonServerApplicationTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final LocalDate TODAY = LocalDate.now(Shanghai.ZONE);

    @TempDir
    static Path data;

    private final AxonServerDouble server = AxonServerDouble.start();
    private RunningApplication application;
    private String officer;
    private String caseId;

    @BeforeAll
    void start() {
        application = RunningApplication.start(
                data,
                "--huhang.event-store=axon-server",
                "--axon.axonserver.servers=" + server.address(),
                "--huhang.demo=true",
                "--huhang.demo-children=12");
        officer = application.token(Role.COUNTY_OFFICER, "330109");
    }

    @AfterAll
    void stop() {
        application.close();
        server.close();
    }

    @Test
    @Order(1)
    void the_demo_is_loaded_and_every_read_model_follows() {
        assertThat(server.stored()).hasSizeGreaterThan(12);
        eventuallyUpToDate();
        assertThat(application.send(application.request("/health").GET()).body())
                .contains("UP");
    }

    @Test
    @Order(2)
    void a_child_is_registered_screened_and_listed() {
        Answer registered = register();
        assertThat(registered.status()).as(registered.body()).isEqualTo(201);
        caseId = registered.json().path("caseId").asString();

        Answer screened = command("screen", "\"agency\": \"VILLAGE\"");
        Answer listed = command("list-key-care", "\"grounds\": [\"HARDSHIP\"], \"risk\": \"HIGH\"");

        assertThat(screened.body()).contains("ScreenedAsMigrant");
        assertThat(listed.header("Huhang-Position"))
                .isEqualTo(Integer.toString(server.stored().size()));
        assertThat(ledger(listed.header("Huhang-Position"))).contains(caseId);
        Answer replayed = application.get(
                "/api/cases/" + caseId + "/replay?knownAt=" + screened.header("Huhang-Position"),
                application.token(Role.INSPECTOR, "000000"));
        assertThat(replayed.json().path("version").asInt())
                .as("as of the screening")
                .isEqualTo(1);
        assertThat(replayed.body()).contains("MIGRANT");
    }

    @Test
    @Order(3)
    void a_list_is_imported() {
        String list = """
                姓名,性别,出生日期,户籍地代码,居住地代码,居住地址,来居住地日期,监护人1姓名,监护人1关系,监护人1电话,监护人1同住
                慕容入,女,2015-05-20,340122100,330109001,皋陶巷7号,2020-01-10,慕容母,母亲,13809317001,是
                """;
        Answer accepted = application.send(application
                .request("/api/imports", officer)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(list)));
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);

        eventually(() -> application
                        .get(accepted.header("Location"), officer)
                        .json()
                        .path("imported")
                        .asInt()
                == 1);
    }

    @Test
    @Order(4)
    void a_read_model_is_made_anew() {
        String before = ledger(head());

        Answer ordered =
                application.post("/api/read-models/ledger/rebuild", application.token(Role.OPERATOR, "000000"), "");

        assertThat(ordered.status()).isEqualTo(202);
        eventuallyUpToDate();
        assertThat(ledger(head())).isEqualTo(before);
    }

    @Test
    @Order(5)
    void a_restart_finds_everything_and_answers_a_repeated_request_the_same() {
        String before = ledger(head());
        int stored = server.stored().size();
        application.close();

        application = RunningApplication.start(
                data, "--huhang.event-store=axon-server", "--axon.axonserver.servers=" + server.address());
        officer = application.token(Role.COUNTY_OFFICER, "330109");

        assertThat(ledger(head())).isEqualTo(before);
        assertThat(register().json().path("caseId").asString()).isEqualTo(caseId);
        assertThat(server.stored()).hasSize(stored);
    }

    @Test
    @Order(6)
    void nothing_personal_stands_beside_what_the_server_keeps() {
        assertThat(server.stored())
                .allSatisfy(event -> assertThat(event.getMetaDataMap().toString())
                        .matches("\\A\\p{ASCII}*\\z")
                        .doesNotContain("E77310001", "13809317001"));
    }

    private Answer register() {
        String body = """
                {"identity": {"name": "慕容甲", "sex": "FEMALE", "birthDate": "2015-05-20",
                              "documents": [{"type": "PASSPORT", "number": "E77310001"}]},
                 "hukouDivision": "340122100", "householdType": "RURAL", "residenceDivision": "330109001",
                 "residenceSince": "2020-01-10",
                 "guardians": [{"relation": "MOTHER", "name": "慕容母", "contact": "13809317001",
                                "livesWithChild": true, "ability": "ABLE"}],
                 "agency": "EDUCATION", "on": "%s"}""".formatted(TODAY);
        return application.send(application
                .request("/api/cases", officer)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "register-me-once")
                .POST(BodyPublishers.ofString(body)));
    }

    private Answer command(String command, String members) {
        Answer answer = application.post(
                "/api/cases/" + caseId + "/" + command, officer, "{" + members + ", \"on\": \"" + TODAY + "\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private String ledger(String position) {
        Answer ledger = application.get("/api/ledger?limit=200&min-position=" + position, officer);
        assertThat(ledger.status()).as(ledger.body()).isEqualTo(200);
        return ledger.json().path("items").toString();
    }

    private String head() {
        return Integer.toString(server.stored().size());
    }

    private void eventuallyUpToDate() {
        String operator = application.token(Role.OPERATOR, "000000");
        eventually(() -> {
            String models = application.get("/api/read-models", operator).body();
            return models.contains("UP_TO_DATE") && !models.contains("CATCHING_UP") && !models.contains("REBUILDING");
        });
    }

    private static void eventually(Supplier<Boolean> comesTrue) {
        Instant deadline = Instant.now().plus(LONGEST);
        while (!comesTrue.get()) {
            assertThat(Instant.now()).as("in time").isBefore(deadline);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
