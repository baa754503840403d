package org.huhang.app.knownat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.huhang.app.testing.RunningApplication;
import org.huhang.kernel.access.Role;

/** An officer of a county, at work in one process. */
record Officer(RunningApplication application, String county, LocalDate today) {

    static final String HERE = "620102";
    static final String THERE = "620103";
    static final String TOWNSHIP = "620102001";
    static final String VILLAGE = "620102001201";
    static final String NEXT_VILLAGE = "620102001202";
    static final String VILLAGE_OF_THE_NEXT_TOWNSHIP = "620102002201";
    static final String VILLAGE_THERE = "620103001201";

    /** A child who moves from township to township and to the next county and back, is taken for two, and grows up. */
    void story(Officer there) {
        String child = listed();
        command(child, "record-visit", visit(today));
        command(child, "record-visit", visit(today.minusDays(9)));
        move(child, NEXT_VILLAGE, today.minusDays(12));
        move(child, VILLAGE_OF_THE_NEXT_TOWNSHIP, today.minusDays(8));
        move(child, VILLAGE_THERE, today.minusDays(3));
        there.command(child, "reassess-key-care", risk("LOW"));
        there.move(child, VILLAGE, today);
        String taken = listed();
        command(child, "merge", otherCase(taken));
        command(child, "unmerge", otherCase(taken));
        delist(taken);
        command(taken, "close", "{\"reason\":\"NO_LONGER_IN_NEED\",\"on\":\"%s\"}".formatted(today));
        command(taken, "reopen", "{\"reason\":\"情况有变\",\"on\":\"%s\"}".formatted(today));
        delist(child);
    }

    void delist(String caseId) {
        command(caseId, "delist-key-care", "{\"reason\":\"GROUNDS_ENDED\",\"on\":\"%s\"}".formatted(today));
    }

    /** @return case of a child who lives in {@link #VILLAGE}, on the ledger */
    String listed() {
        RunningApplication.Answer registered =
                application.post("/api/cases", token(), """
                {"identity":{"name":"张小花","sex":"FEMALE","birthDate":"2016-05-04"},"hukouDivision":"640425",
                 "residenceDivision":"%s","residenceSince":"2025-02-28","agency":"VILLAGE","on":"%s"}""".formatted(VILLAGE, today.minusDays(40)));
        assertThat(registered.status()).as(registered.body()).isEqualTo(201);
        String caseId = registered.json().get("caseId").asString();
        command(
                caseId,
                "list-key-care",
                "{\"grounds\":[\"HARDSHIP\"],\"risk\":\"HIGH\",\"on\":\"%s\"}".formatted(today.minusDays(20)));
        return caseId;
    }

    void move(String caseId, String to, LocalDate on) {
        command(caseId, "move-residence", "{\"to\":\"%s\",\"on\":\"%s\"}".formatted(to, on));
    }

    String visit(LocalDate on) {
        return "{\"visitor\":\"王芳\",\"seen\":\"家中整洁\",\"childView\":\"一切都好\",\"on\":\"%s\"}".formatted(on);
    }

    String risk(String level) {
        return "{\"grounds\":[\"HARDSHIP\"],\"risk\":\"%s\",\"on\":\"%s\"}".formatted(level, today);
    }

    /** @return position of its last fact */
    long command(String caseId, String command, String body) {
        RunningApplication.Answer answer = application.post("/api/cases/" + caseId + "/" + command, token(), body);
        assertThat(answer.status()).as(command + " " + answer.body()).isEqualTo(200);
        return answer.json().get("position").asLong();
    }

    String otherCase(String caseId) {
        return "{\"otherCase\":\"%s\",\"reason\":\"同一儿童\",\"on\":\"%s\"}".formatted(caseId, today);
    }

    private String token() {
        return application.token(Role.COUNTY_OFFICER, county);
    }
}
