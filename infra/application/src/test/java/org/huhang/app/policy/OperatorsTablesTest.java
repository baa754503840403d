package org.huhang.app.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.app.testing.Eventually.eventually;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.huhang.app.testing.BesideOthers;
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
import tools.jackson.databind.JsonNode;

/** By tables of an operator's, in which 秀山 (500241) came from Chongqing to Hunan, as 433141, on 1 June 2026. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@BesideOthers
class OperatorsTablesTest {

    @TempDir
    static Path root;

    private static OwnTables tables;
    private static RunningApplication huhang;

    @BeforeAll
    static void start() throws Exception {
        Path folder = Files.createDirectories(root.resolve("policy"));
        tables = new OwnTables(folder);
        tables.withChanges();
        huhang = RunningApplication.start(root.resolve("data"), "--huhang.policy-folder=" + folder);
    }

    @AfterAll
    static void stop() {
        huhang.close();
    }

    @Test
    void the_matrix_puts_a_county_in_the_province_of_the_day_or_of_today_after_the_border_moved() {
        String chongqing = huhang.token(Role.COUNTY_OFFICER, "500241");
        Answer registered = huhang.post("/api/cases", chongqing, child("500241", "500101", "2026-03-01", "安秀"));
        assertThat(registered.status()).as(registered.body()).isEqualTo(201);
        assertThat(matrix("2026-05", "today")).containsExactly("500000 500000 1");

        tables.withChanges(
                "2026-05-01,2026-06-01,,created,433141,秀山县,500241,",
                "2026-05-01,2026-06-01,,abolished,500241,秀山土家族苗族自治县,433141,");

        eventually(() -> assertThat(matrix("2026-05", "today")).containsExactly("430000 500000 1"));
        eventually(() -> assertThat(huhang.get("/api/read-models", huhang.token(Role.OPERATOR, "000000"))
                        .json()
                        .path("items")
                        .valueStream())
                .noneMatch(model -> model.path("outdated").asBoolean()));
        assertThat(matrix("2026-05", "day")).containsExactly("500000 500000 1");
        assertThat(matrix("2026-06", "day")).containsExactly("430000 500000 1");
        assertThat(matrix("2026-06", "today")).containsExactly("430000 500000 1");
        assertThat(evidence("2026-05", "500000", "500000")).hasSize(1);
        assertThat(evidence("2026-05", "430000", "500000")).isEmpty();
        assertThat(evidence("2026-06", "430000", "500000")).hasSize(1);
        assertThat(evidence("2026-06", "500000", "500000")).isEmpty();
    }

    @Test
    void a_day_is_provisional_until_the_calendar_of_its_year_is_taken_up_without_a_restart() {
        LocalDate today = LocalDate.now(Shanghai.ZONE);
        tables.withoutWorkingDays();
        String officer = huhang.token(Role.COUNTY_OFFICER, "330109");
        String caseId = huhang.post("/api/cases", officer, child("330109", "640104", today.toString(), "安历"))
                .json()
                .path("caseId")
                .asString();
        Answer listed = huhang.post(
                "/api/cases/" + caseId + "/list-key-care",
                officer,
                "{\"grounds\": [\"HARDSHIP\"], \"risk\": \"HIGH\", \"on\": \"%s\"}".formatted(today));
        assertThat(listed.status()).as(listed.body()).isEqualTo(200);

        eventually(() -> assertThat(provisional(officer, caseId)).containsExactly(true, true, true));
        tables.withWorkingDaysOf(today.getYear(), today.getYear() + 1);
        eventually(() -> assertThat(provisional(officer, caseId)).containsExactly(false, false, false));
    }

    /** In the case, the ledger and the work list. */
    private static List<Boolean> provisional(String officer, String caseId) {
        String position = "min-position=" + huhang.bean(EventLog.class).head();
        JsonNode inCase = huhang.get("/api/cases/" + caseId, officer).json().at("/due/0/lastWorkingDay/provisional");
        JsonNode inLedger =
                huhang.get("/api/ledger?" + position, officer).json().at("/items/0/lastWorkingDay/provisional");
        JsonNode inWorklist = huhang.get("/api/worklist?kind=visit-due&" + position, officer)
                .json()
                .at("/items/0/lastWorkingDay/provisional");
        return List.of(inCase.booleanValue(), inLedger.booleanValue(), inWorklist.booleanValue());
    }

    private static List<String> matrix(String month, String map) {
        Answer answer = huhang.get(
                "/api/statistics/matrix?measure=on-file&month=" + month + "&map=" + map
                        + "&division=500101&min-position="
                        + huhang.bean(EventLog.class).head(),
                huhang.token(Role.ANALYST, "000000"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json()
                .path("cells")
                .valueStream()
                .map(cell -> cell.at("/residence/code").asString() + " "
                        + cell.at("/hukou/code").asString() + " "
                        + cell.path("count").asLong())
                .toList();
    }

    private static List<JsonNode> evidence(String month, String residence, String hukou) {
        Answer answer = huhang.get(
                "/api/statistics/evidence?measure=on-file&map=day&month=%s&residence=%s&hukou=%s"
                        .formatted(month, residence, hukou),
                huhang.token(Role.INSPECTOR, "000000"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("items").valueStream().toList();
    }

    private static String child(String residence, String hukou, String on, String name) {
        return """
                {"identity": {"name": "%s", "sex": "FEMALE", "birthDate": "2015-05-20", "documents": []},
                 "hukouDivision": "%s", "householdType": "RURAL", "residenceDivision": "%s",
                 "residenceSince": "2020-01-10", "guardians": [], "agency": "VILLAGE", "on": "%s"}""".formatted(name, hukou, residence, on);
    }
}
