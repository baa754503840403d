package org.huhang.app.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.app.testing.Eventually.eventually;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.log.CaseLog;
import org.huhang.kernel.time.Shanghai;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Children registered before Liangjiang New Area came into being, and then the tables that know of it: 渝北区 (500112) was
 * divided between 北碚区 (500109) and 两江新区 (500157), to which 江北区 (500105) came whole.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PlacesFollowTest {

    @TempDir
    static Path root;

    @Test
    void a_child_is_within_reach_before_and_after_its_county_was_divided_without_a_restart() throws Exception {
        Path folder = Files.createDirectories(root.resolve("policy"));
        OwnTables tables = new OwnTables(folder);
        tables.beforeLiangjiang();
        try (RunningApplication huhang =
                RunningApplication.start(root.resolve("data"), "--huhang.policy-folder=" + folder)) {
            String yubei = huhang.token(Role.COUNTY_OFFICER, "500112");
            String beibei = huhang.token(Role.COUNTY_OFFICER, "500109");
            String liangjiang = huhang.token(Role.COUNTY_OFFICER, "500157");
            String yuzhong = huhang.token(Role.COUNTY_OFFICER, "500103");
            String somewhere = listed(huhang, yubei, "500112", "安然");
            String moved = listed(huhang, yubei, "500112018", "安宁");
            String whole = listed(huhang, huhang.token(Role.COUNTY_OFFICER, "500105"), "500105", "安康");

            assertThat(ledger(huhang, yubei)).containsExactlyInAnyOrder(somewhere, moved);
            assertThat(ledger(huhang, beibei)).isEmpty();
            assertThat(huhang.get("/api/ledger", liangjiang).code()).isEqualTo("YOUR_DIVISION_NOT_IN_FORCE");

            tables.withChanges();

            eventually(() -> {
                assertThat(huhang.get("/api/ledger", liangjiang).status()).isEqualTo(200);
                assertThat(ledger(huhang, liangjiang)).containsExactlyInAnyOrder(somewhere, moved, whole);
            });
            assertThat(huhang.get("/api/ledger", yubei).code()).isEqualTo("YOUR_DIVISION_NOT_IN_FORCE");
            assertThat(ledger(huhang, beibei)).containsExactly(somewhere);
            assertThat(ledger(huhang, yuzhong)).isEmpty();
            eventually(() -> assertThat(models(huhang)).allMatch(state -> state.equals("UP_TO_DATE false")));

            for (String officer : List.of(beibei, liangjiang)) {
                assertThat(huhang.get("/api/cases/" + somewhere, officer).status())
                        .isEqualTo(200);
                assertThat(huhang.get("/api/cases/" + somewhere + "/history", officer)
                                .status())
                        .isEqualTo(200);
                assertThat(shown(huhang, "/api/worklist?limit=200&dueBefore=2050-01-01", officer))
                        .contains(somewhere);
                assertThat(shown(huhang, "/api/audit?limit=200", officer)).contains(somewhere);
                assertThat(counted(huhang, officer)).contains("500112");
                assertThat(visit(huhang, officer, somewhere).status()).isEqualTo(200);
            }
            assertThat(huhang.get("/api/cases/" + somewhere, yuzhong).status()).isEqualTo(404);
            assertThat(visit(huhang, yuzhong, somewhere).status()).isEqualTo(404);
            assertThat(huhang.get("/api/cases/" + moved, beibei).status()).isEqualTo(404);
            assertThat(huhang.get("/api/cases/" + whole, beibei).status()).isEqualTo(404);

            String inspector = huhang.token(Role.INSPECTOR, "000000");
            assertThat(shown(huhang, "/api/ledger?division=500109", inspector)).containsExactly(somewhere);
            assertThat(shown(huhang, "/api/ledger?division=500112", inspector))
                    .containsExactlyInAnyOrder(somewhere, moved, whole);
            JsonNode divided = huhang.get("/api/ledger", beibei)
                    .json()
                    .path("items")
                    .get(0)
                    .path("residence");
            assertThat(divided.path("code").asString()).isEqualTo("500112");
            assertThat(divided.path("today").valueStream().map(it -> it.path("code")
                            .asString()))
                    .containsExactly("500109", "500157");

            Answer refused = huhang.post("/api/cases", liangjiang, child("500112", "安平"));
            assertThat(refused.code()).isEqualTo("DIVISION_ABOLISHED");
            assertThat(huhang.post("/api/cases", liangjiang, child("500157", "安平"))
                            .status())
                    .isEqualTo(201);
        }
    }

    private static String listed(RunningApplication huhang, String officer, String division, String name) {
        Answer registered = huhang.post("/api/cases", officer, child(division, name));
        assertThat(registered.status()).as(registered.body()).isEqualTo(201);
        String caseId = registered.json().path("caseId").asString();
        Answer listed = huhang.post(
                "/api/cases/" + caseId + "/list-key-care",
                officer,
                "{\"grounds\": [\"HARDSHIP\"], \"risk\": \"HIGH\", \"on\": \"%s\"}".formatted(today()));
        assertThat(listed.status()).as(listed.body()).isEqualTo(200);
        return caseId;
    }

    private static Answer visit(RunningApplication huhang, String officer, String caseId) {
        return huhang.post(
                "/api/cases/" + caseId + "/record-visit",
                officer,
                "{\"visitor\": \"安访\", \"seen\": \"安好\", \"childView\": \"安好\", \"on\": \"%s\"}".formatted(today()));
    }

    private static String child(String division, String name) {
        return """
                {"identity": {"name": "%s", "sex": "FEMALE", "birthDate": "2015-05-20", "documents": []},
                 "hukouDivision": "%s", "householdType": "RURAL", "residenceDivision": "%s",
                 "residenceSince": "2020-01-10", "guardians": [], "agency": "VILLAGE", "on": "%s"}""".formatted(name, division, division, today());
    }

    private static List<String> ledger(RunningApplication huhang, String officer) {
        return shown(huhang, "/api/ledger?limit=200", officer);
    }

    private static List<String> shown(RunningApplication huhang, String address, String officer) {
        String head = Long.toString(huhang.bean(CaseLog.class).head());
        Answer answer = huhang.get(address + (address.contains("?") ? "&" : "?") + "min-position=" + head, officer);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("caseId").asString())
                .distinct()
                .toList();
    }

    private static List<String> counted(RunningApplication huhang, String officer) {
        Answer answer = huhang.get(
                "/api/statistics/counts?level=county&measure=on-file&month="
                        + today().toString().substring(0, 7),
                officer);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json()
                .path("cells")
                .valueStream()
                .map(cell -> cell.path("division").path("code").asString())
                .toList();
    }

    private static List<String> models(RunningApplication huhang) {
        List<String> states = new ArrayList<>();
        huhang.get("/api/read-models", huhang.token(Role.OPERATOR, "000000"))
                .json()
                .path("items")
                .forEach(model -> states.add(model.path("state").asString() + " "
                        + model.path("outdated").asBoolean()));
        assertThat(states).isNotEmpty();
        return states;
    }

    private static LocalDate today() {
        return LocalDate.now(Shanghai.ZONE);
    }
}
