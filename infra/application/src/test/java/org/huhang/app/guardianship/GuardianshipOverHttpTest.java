package org.huhang.app.guardianship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.access.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Children of 640521 in care, from the lapse to the adoption; no other test opens anything there. */
class GuardianshipOverHttpTest {

    private static final RunningApplication APPLICATION = RunningApplication.shared();
    private static final String COUNTY = "640521";
    private static final String TOWNSHIP = "640521100";
    private static final String OFFICER = APPLICATION.token(Role.COUNTY_OFFICER, COUNTY);
    private static final String FOSTER_FAMILY = """
        {"mode": "FOSTER_FAMILY", "carer": {"name": "白家", "contact": "13809317005"}, "on": "2026-03-03"}\
        """;

    @Test
    void a_child_goes_from_one_carer_to_the_next_and_is_adopted_and_each_day_tells_who_guarded_it() {
        String child = lapsed("白一");
        done(child + "/assign-temporary-care", FOSTER_FAMILY);
        Answer changed = done(child + "/change-temporary-care", """
            {"mode": "WELFARE_INSTITUTION", "carer": {"name": "县儿童福利院"}, "reason": "寄养家庭搬离",
             "on": "2026-04-01"}\
            """);
        assertThat(changed.json().get("events").toString()).isEqualTo("[\"TemporaryCareChanged\"]");

        JsonNode inCare = guardianship(child);
        assertThat(inCare.get("status").stringValue()).isEqualTo("IN_TEMPORARY_CARE");
        assertThat(inCare.get("since").stringValue()).isEqualTo("2026-03-03");
        assertThat(inCare.get("mode").stringValue()).isEqualTo("WELFARE_INSTITUTION");
        assertThat(inCare.get("carer").stringValue()).isEqualTo("县儿童福利院");
        assertThat(inCare.get("carerContact").isNull()).isTrue();
        assertThat(inCare.get("carerSince").stringValue()).isEqualTo("2026-04-01");
        assertThat(inCare.get("reviewBy").stringValue()).isEqualTo("2026-07-01");
        assertThat(inCare.get("oneYearMark").stringValue()).isEqualTo("2027-03-03");
        assertThat(inCare.get("ground").stringValue()).isEqualTo("GUARDIAN_MISSING");
        assertThat(inCare.get("circumstances").stringValue()).isEqualTo("监护人失联");

        done(child + "/assume-long-term-guardianship", """
            {"ground": "PARENTS_NOT_FOUND", "basis": "公告期满", "on": "2026-06-01"}\
            """);
        JsonNode ward = guardianship(child);
        assertThat(ward.get("ground").stringValue()).isEqualTo("PARENTS_NOT_FOUND");
        assertThat(ward.at("/lapse/ground").stringValue()).isEqualTo("GUARDIAN_MISSING");
        assertThat(ward.at("/lapse/on").stringValue()).isEqualTo("2026-03-01");

        done(child + "/end-long-term-guardianship", """
            {"reason": "ADOPTED", "basis": "收养登记证", "on": "2026-09-01"}\
            """);
        JsonNode adopted = guardianship(child);
        assertThat(adopted.get("status").stringValue()).isEqualTo("GUARDED");
        assertThat(adopted.get("since").stringValue()).isEqualTo("2026-09-01");
        assertThat(adopted.get("longTermEnd").toString())
                .isEqualTo("{\"on\":\"2026-09-01\",\"reason\":\"ADOPTED\",\"basis\":\"收养登记证\"}");

        assertThat(on(child, "2026-03-31").get("carer").stringValue()).isEqualTo("白家");
        assertThat(on(child, "2026-04-01").get("carer").stringValue()).isEqualTo("县儿童福利院");
        assertThat(on(child, "2026-04-01").get("circumstances").stringValue()).isEqualTo("监护人失联");
        assertThat(on(child, "2026-08-31").get("status").stringValue()).isEqualTo("UNDER_LONG_TERM_GUARDIANSHIP");
    }

    @Test
    void the_history_names_every_carer_with_the_day() {
        String child = lapsed("白二");
        done(child + "/assign-temporary-care", FOSTER_FAMILY);
        done(child + "/change-temporary-care", """
            {"mode": "RELATIVE", "carer": {"name": "白姑"}, "on": "2026-04-01"}\
            """);

        List<JsonNode> carers = APPLICATION
                .get(child + "/history", OFFICER)
                .json()
                .get("items")
                .valueStream()
                .filter(fact -> fact.at("/content/carer").isObject())
                .toList();
        assertThat(carers.stream()
                        .map(fact -> fact.get("effectiveOn").stringValue() + " "
                                + fact.at("/content/carer/name").stringValue()))
                .containsExactly("2026-03-03 白家", "2026-04-01 白姑");
        assertThat(carers.getLast().get("changes").valueStream().map(change -> change.get("path")
                        .stringValue()))
                .contains("guardianship.mode", "guardianship.carer", "guardianship.carerSince")
                .doesNotContain("guardianship.since", "guardianship.oneYearMark", "guardianship.ground");
    }

    @Test
    void what_does_not_fit_is_refused_with_a_sentence_that_says_what_to_do() {
        String child = lapsed("白三");
        done(child + "/assign-temporary-care", FOSTER_FAMILY);

        Answer again = APPLICATION.post(child + "/assign-temporary-care", OFFICER, FOSTER_FAMILY);
        assertThat(again.code()).isEqualTo("ALREADY_IN_TEMPORARY_CARE");
        assertThat(again.json().get("detail").stringValue()).contains("变更");

        Answer same = APPLICATION.post(child + "/change-temporary-care", OFFICER, FOSTER_FAMILY);
        assertThat(same.status()).isEqualTo(409);
        assertThat(same.code()).isEqualTo("NOTHING_CHANGES");

        Answer noWard = APPLICATION.post(child + "/end-long-term-guardianship", OFFICER, """
            {"reason": "PARENTS_FOUND", "basis": "亲子鉴定", "on": "2026-04-01"}\
            """);
        assertThat(noWard.status()).isEqualTo(409);
        assertThat(noWard.code()).isEqualTo("NOT_IN_LONG_TERM_GUARDIANSHIP");
        assertThat(noWard.json().get("detail").stringValue()).contains("长期监护");

        Answer empty = APPLICATION.post(child + "/end-long-term-guardianship", OFFICER, "{}");
        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.json().get("errors").valueStream().map(error -> error.get("field")
                        .stringValue()))
                .containsExactly("reason", "basis", "on");

        Answer supervisor = APPLICATION.post(
                child + "/change-temporary-care", APPLICATION.token(Role.SUPERVISOR, TOWNSHIP), FOSTER_FAMILY);
        assertThat(supervisor.status()).isEqualTo(403);
    }

    @Test
    void figures_count_a_child_in_care_through_a_change_of_carer_and_no_ward_after_the_adoption() {
        String child = lapsed("白四");
        done(child + "/assign-temporary-care", FOSTER_FAMILY);
        long inCare = counted("temporary-care", "2026-03", done(child + "/assess-return", """
            {"suitable": false, "findings": "监护人仍失联", "on": "2026-03-10"}\
            """));
        assertThat(inCare).isPositive();
        Answer changed = done(child + "/change-temporary-care", """
            {"mode": "RELATIVE", "carer": {"name": "白姑"}, "on": "2026-03-20"}\
            """);
        assertThat(counted("temporary-care", "2026-03", changed)).isEqualTo(inCare);

        Answer assumed = done(child + "/assume-long-term-guardianship", """
            {"ground": "PARENTS_NOT_FOUND", "basis": "公告期满", "on": "2026-04-10"}\
            """);
        long wards = counted("long-term-guardianship", "2026-05", assumed);
        Answer ended = done(child + "/end-long-term-guardianship", """
            {"reason": "PARENTS_FOUND", "basis": "亲子鉴定", "on": "2026-05-10"}\
            """);
        assertThat(counted("long-term-guardianship", "2026-04", ended)).isPositive();
        assertThat(counted("long-term-guardianship", "2026-05", ended)).isEqualTo(wards - 1);
    }

    /** Children of the county on the last day of the month. */
    private static long counted(String measure, String month, Answer after) {
        return APPLICATION
                .get(
                        "/api/statistics/counts?level=county&measure=" + measure + "&month=" + month + "&min-position="
                                + after.header("Huhang-Position"),
                        OFFICER)
                .json()
                .get("cells")
                .valueStream()
                .mapToLong(cell -> cell.get("count").longValue())
                .sum();
    }

    private static JsonNode guardianship(String child) {
        return APPLICATION.get(child, OFFICER).json().at("/state/guardianship");
    }

    private static JsonNode on(String child, String day) {
        return APPLICATION
                .get(child + "/replay?effectiveAt=" + day, OFFICER)
                .json()
                .at("/state/guardianship");
    }

    private static String lapsed(String name) {
        Answer registered = APPLICATION.post("/api/cases", OFFICER, """
            {"identity": {"name": "%s", "sex": "FEMALE", "birthDate": "2015-05-20", "documents": []},
             "hukouDivision": "%s", "householdType": "RURAL", "residenceDivision": "%s",
             "residenceSince": "2020-01-10", "guardians": [], "agency": "VILLAGE", "on": "2026-01-10"}\
            """.formatted(name, TOWNSHIP, TOWNSHIP));
        assertThat(registered.status()).as(registered.body()).isEqualTo(201);
        String child = registered.header("Location");
        done(child + "/record-guardianship-lapse", """
            {"ground": "GUARDIAN_MISSING", "circumstances": "监护人失联", "on": "2026-03-01"}\
            """);
        return child;
    }

    private static Answer done(String address, String body) {
        Answer answer = APPLICATION.post(address, OFFICER, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }
}
