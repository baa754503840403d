package org.huhang.app.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.time.Shanghai;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Cases on the key-care ledger, and where one application shows them. */
record Cases(RunningApplication huhang) {

    static LocalDate today() {
        return LocalDate.now(Shanghai.ZONE);
    }

    static String month() {
        return today().toString().substring(0, 7);
    }

    String token(Role role, String division) {
        return huhang.token(role, division);
    }

    /** @return id of a case of the division that is on the ledger */
    String listed(String officer, String division, String name) {
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

    Answer visit(String officer, String caseId) {
        return huhang.post(
                "/api/cases/" + caseId + "/record-visit",
                officer,
                "{\"visitor\": \"安访\", \"seen\": \"安好\", \"childView\": \"安好\", \"on\": \"%s\"}".formatted(today()));
    }

    static String child(String division, String name) {
        return """
                {"identity": {"name": "%s", "sex": "FEMALE", "birthDate": "2015-05-20", "documents": []},
                 "hukouDivision": "%s", "householdType": "RURAL", "residenceDivision": "%s",
                 "residenceSince": "2020-01-10", "guardians": [], "agency": "VILLAGE", "on": "%s"}""".formatted(name, division, division, today());
    }

    List<String> ledger(String officer) {
        return shown("/api/ledger?limit=200", officer);
    }

    List<String> shown(String address, String officer) {
        return asked(address, officer)
                .path("items")
                .valueStream()
                .map(item -> item.path("caseId").asString())
                .distinct()
                .toList();
    }

    /** The residence of a case as the ledger shows it. */
    JsonNode residence(String caseId, String officer) {
        return asked("/api/ledger?limit=200", officer)
                .path("items")
                .valueStream()
                .filter(item -> item.path("caseId").asString().equals(caseId))
                .findFirst()
                .orElseThrow()
                .path("residence");
    }

    /** Cells of children on file, by the level's divisions. */
    List<JsonNode> counted(String level, String officer, String more) {
        return asked("/api/statistics/counts?measure=on-file&month=" + month() + "&level=" + level + more, officer)
                .path("cells")
                .valueStream()
                .toList();
    }

    static List<String> divisions(List<JsonNode> cells) {
        return cells.stream()
                .map(cell -> cell.path("division").path("code").asString())
                .toList();
    }

    /** What had been recorded when this was asked is in it. */
    JsonNode asked(String address, String officer) {
        String head = Long.toString(huhang.bean(EventLog.class).head());
        Answer answer = huhang.get(address + (address.contains("?") ? "&" : "?") + "min-position=" + head, officer);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** That rows are made by the tables in force, and that this is known; those are taken up when this is asked. */
    void rowsAreOfTheTablesInForce() {
        String inForce = huhang.bean(Divisions.class).fingerprint();
        for (String model : List.of("audit", "ledger", "staff", "statistics", "worklist")) {
            assertThat(huhang.bean(JdbcClient.class)
                            .sql("SELECT DISTINCT places FROM " + model + ".progress")
                            .query(String.class)
                            .list())
                    .as(model)
                    .singleElement(InstanceOfAssertFactories.STRING)
                    .startsWith(inForce);
        }
        assertThat(models()).allMatch(state -> state.equals("UP_TO_DATE false"));
    }

    /** State and whether it is outdated, of every read model. */
    List<String> models() {
        List<String> states = new ArrayList<>();
        huhang.get("/api/read-models", token(Role.OPERATOR, "000000"))
                .json()
                .path("items")
                .forEach(model -> states.add(model.path("state").asString() + " "
                        + model.path("outdated").asBoolean()));
        assertThat(states).isNotEmpty();
        return states;
    }
}
