package org.huhang.app.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.app.testing.Eventually.eventually;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.huhang.app.testing.BesideOthers;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.calendar.WorkingDays;
import org.huhang.kernel.time.Shanghai;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers name the tables of divisions that they were made by, and none is taken for one by other tables. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@BesideOthers
class NamedTablesTest {

    private static final LocalDate TODAY = LocalDate.now(Shanghai.ZONE);

    @TempDir
    static Path root;

    @Test
    void an_answer_by_earlier_tables_is_not_the_answer_by_those_in_force() throws Exception {
        Path folder = Files.createDirectories(root.resolve("policy"));
        OwnTables tables = new OwnTables(folder);
        tables.beforeLiangjiang();
        try (RunningApplication huhang = RunningApplication.start(
                root.resolve("data"),
                "--huhang.policy-folder=" + folder,
                "--huhang.read-models.when-outdated=say",
                "--huhang.read-models.segments=2")) {
            String officer = huhang.token(Role.COUNTY_OFFICER, "330109");
            Answer registered = huhang.post("/api/cases", officer, """
                    {"identity": {"name": "安然", "sex": "FEMALE", "birthDate": "2015-05-20"}, "hukouDivision": "500112",
                     "residenceDivision": "330109101", "residenceSince": "2020-01-10", "agency": "VILLAGE", "on": "%s"}""".formatted(TODAY));
            assertThat(registered.status()).as(registered.body()).isEqualTo(201);
            String position = registered.header("Huhang-Position");
            List<String> addresses = List.of(
                    "/api/cases/" + registered.json().path("caseId").asString() + "?min-position=" + position,
                    "/api/cases/" + registered.json().path("caseId").asString() + "/history?min-position=" + position,
                    "/api/statistics/counts?level=county&month="
                            + TODAY.toString().substring(0, 7) + "&min-position=" + position,
                    "/api/ledger?min-position=" + position);
            Map<String, Answer> before = new HashMap<>();
            for (String address : addresses) {
                Answer answer = huhang.get(address, officer);
                assertThat(asked(huhang, officer, address, answer).status())
                        .as(address)
                        .isEqualTo(304);
                before.put(address, answer);
            }

            tables.withChanges();

            for (String address : addresses) {
                Answer then = before.get(address);
                eventually(() -> {
                    Answer now = asked(huhang, officer, address, then);
                    assertThat(now.status()).as(address).isEqualTo(200);
                    assertThat(now.header("Huhang-Tables")).isNotEqualTo(then.header("Huhang-Tables"));
                    assertThat(now.header("ETag")).isNotEqualTo(then.header("ETag"));
                    assertThat(asked(huhang, officer, address, now).status()).isEqualTo(304);
                });
            }
            eventually(() -> assertThat(huhang.get(addresses.getLast(), officer).header("Huhang-Tables"))
                    .as("the ledger's rows are by the tables before")
                    .contains(", rows-"));
            assertThat(huhang.get(addresses.get(1), officer).header("Huhang-Tables"))
                    .doesNotContain("rows-");

            huhang.bean(JdbcClient.class)
                    .sql("UPDATE ledger.progress SET places = 'of-' || segment")
                    .update();
            assertThat(huhang.get(addresses.getLast(), officer).header("Huhang-Tables"))
                    .as("as if they had been replaced once more between two segments")
                    .endsWith(", rows-of-0, rows-of-1");
        }
    }

    @Test
    void an_answer_by_an_earlier_calendar_is_not_the_answer_by_the_one_in_force() throws Exception {
        Path folder = Files.createDirectories(root.resolve("calendar"));
        OwnTables tables = new OwnTables(folder);
        tables.withWorkingDays();
        try (RunningApplication huhang =
                RunningApplication.start(root.resolve("calendar-data"), "--huhang.policy-folder=" + folder)) {
            String officer = huhang.token(Role.COUNTY_OFFICER, "330109");
            for (String address : List.of("/api/ledger", "/api/worklist")) {
                tables.withWorkingDays();
                eventually(() -> assertThat(huhang.get(address, officer).header("Huhang-Tables"))
                        .endsWith(", calendar-" + WorkingDays.published().fingerprint()));
                Answer before = huhang.get(address, officer);

                tables.withoutWorkingDays();

                eventually(() -> assertThat(huhang.get(address, officer).header("Huhang-Tables"))
                        .contains(", calendar-")
                        .isNotEqualTo(before.header("Huhang-Tables")));
                assertThat(asked(huhang, officer, address, before).status()).isEqualTo(200);
            }
        }
    }

    private static Answer asked(RunningApplication huhang, String officer, String address, Answer before) {
        return huhang.send(huhang.request(address, officer).header("If-None-Match", before.header("ETag")));
    }
}
