package org.huhang.app.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.access.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Child directors of 640502 as their offices work with them; no other test opens anything there. */
class StaffOverHttpTest {

    private static final RunningApplication APPLICATION = RunningApplication.shared();
    private static final String COUNTY = "640502";
    private static final String TOWNSHIP = "640502100";
    private static final String VILLAGE = TOWNSHIP + "201";
    private static final String NEXT_VILLAGE = TOWNSHIP + "202";
    private static final String OFFICER = APPLICATION.token(Role.COUNTY_OFFICER, COUNTY);
    private static final String SUPERVISOR = APPLICATION.token(Role.SUPERVISOR, TOWNSHIP);

    @Test
    void a_director_is_appointed_moved_and_replaced_and_each_day_tells_who_answers() {
        Answer appointed = appoint(SUPERVISOR, "马一", "CHILD_DIRECTOR", VILLAGE, "2026-01-01");
        String first = appointed.header("Location");
        assertThat(appointed.json().get("events").toString()).isEqualTo("[\"StaffAppointed\"]");
        assertThat(names(VILLAGE, "2026-01-01", appointed)).containsExactly("马一");

        String second = appoint(OFFICER, "马二", "CHILD_DIRECTOR", NEXT_VILLAGE, "2026-01-01")
                .header("Location");
        done(first + "/record-training", "{\"training\": \"INDUCTION\", \"subject\": \"走访\", \"on\": \"2025-12-20\"}");
        done(first + "/end-post", "{\"reason\": \"RESIGNED\", \"note\": \"回乡\", \"on\": \"2026-03-01\"}");
        Answer moved = done(
                second + "/assign-area",
                "{\"areas\": [\"" + VILLAGE + "\", \"" + NEXT_VILLAGE + "\"], \"on\": \"2026-03-01\"}");

        assertThat(names(VILLAGE, "2025-12-31", moved)).isEmpty();
        assertThat(names(VILLAGE, "2026-02-28", moved)).containsExactly("马一");
        assertThat(names(VILLAGE, "2026-03-01", moved)).containsExactly("马二");
        assertThat(names(TOWNSHIP, "2026-02-28", moved)).containsExactly("马一", "马二");

        JsonNode record = APPLICATION.get(first, OFFICER).json();
        assertThat(record.get("name").stringValue()).isEqualTo("马一");
        assertThat(record.get("contact").stringValue()).isEqualTo("13809317004");
        assertThat(record.get("end").toString())
                .isEqualTo("{\"on\":\"2026-03-01\",\"reason\":\"RESIGNED\",\"note\":\"回乡\"}");
        assertThat(record.get("areas")).isEmpty();
        assertThat(record.at("/charges/0/areas/0/code").stringValue()).isEqualTo(VILLAGE);
        assertThat(record.at("/trainings/0/subject").stringValue()).isEqualTo("走访");
        assertThat(record.get("version").longValue()).isEqualTo(2);

        JsonNode facts = APPLICATION.get(first + "/history", OFFICER).json().get("items");
        assertThat(facts.valueStream().map(fact -> fact.get("name").stringValue()))
                .containsExactly("StaffAppointed", "StaffTrainingRecorded", "StaffPostEnded");
        assertThat(facts.at("/0/content/name").stringValue()).isEqualTo("马一");
        assertThat(facts.at("/1/changes").valueStream().map(change -> change.get("path")
                        .stringValue()))
                .containsExactly("trainings[0]");
        assertThat(facts.at("/2/changes").valueStream().map(change -> change.get("path")
                        .stringValue()))
                .containsExactly("end", "charges[0].until");

        JsonNode coverage = APPLICATION
                .get(
                        "/api/staff/training-coverage?on=2026-02-28&division=" + TOWNSHIP + "&min-position="
                                + moved.header("Huhang-Position"),
                        OFFICER)
                .json();
        assertThat(coverage.at("/total").toString())
                .isEqualTo("{\"inPost\":2,\"trained\":1,\"trainedBefore\":0,\"neverTrained\":1,\"percent\":50}");
        assertThat(coverage.at("/counties/0/county/code").stringValue()).isEqualTo(COUNTY);
    }

    @Test
    void an_answer_that_is_still_the_same_is_not_sent_again() {
        String location = appoint(OFFICER, "马三", "TOWNSHIP_SUPERVISOR", "640502101", "2026-01-01")
                .header("Location");
        Answer first = APPLICATION.get(location, OFFICER);
        Answer again =
                APPLICATION.send(APPLICATION.request(location, OFFICER).header("If-None-Match", first.header("ETag")));

        assertThat(first.header("ETag")).startsWith("\"0.");
        assertThat(again.status()).isEqualTo(304);
    }

    @Test
    void wrong_inputs_are_refused_with_the_field_and_a_sentence() {
        Answer misfit = post(OFFICER, "/api/staff", body("马四", "CHILD_DIRECTOR", TOWNSHIP, "2026-01-01"));
        assertThat(misfit.status()).isEqualTo(422);
        assertThat(misfit.code()).isEqualTo("AREA_NOT_OF_THE_POST");
        assertThat(misfit.json().at("/errors/0/field").stringValue()).isEqualTo("areas[0]");
        assertThat(misfit.json().get("detail").stringValue()).contains("儿童主任");

        Answer above = post(SUPERVISOR, "/api/staff", body("马四", "TOWNSHIP_SUPERVISOR", TOWNSHIP, "2026-01-01"));
        assertThat(above.status()).isEqualTo(403);
        assertThat(above.code()).isEqualTo("POST_ABOVE_YOUR_LEVEL");

        Answer empty = post(OFFICER, "/api/staff", "{}");
        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.json().get("errors").valueStream().map(error -> error.get("field")
                        .stringValue()))
                .containsExactly("name", "post", "areas", "on");

        Answer malformed = post(OFFICER, "/api/staff", body("马四", "CHILD_DIRECTOR", "6405", "2026-01-01"));
        assertThat(malformed.code()).isEqualTo("DIVISION_MALFORMED");

        Answer none = APPLICATION.get("/api/staff/nobody", OFFICER);
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.code()).isEqualTo("STAFF_NOT_FOUND");

        assertThat(APPLICATION.get("/api/staff?role=mayor", OFFICER).code()).isEqualTo("INVALID_PARAMETER");
    }

    @Test
    void the_audit_tells_who_appointed_whom() {
        Answer appointed = appoint(OFFICER, "马五", "CHILD_DIRECTOR", "640502101205", "2026-01-01");
        JsonNode entry = APPLICATION
                .get(
                        "/api/audit?limit=200&min-position=" + appointed.header("Huhang-Position"),
                        APPLICATION.token(Role.INSPECTOR, "000000"))
                .json()
                .get("items")
                .valueStream()
                .filter(item -> item.get("position").asString().equals(appointed.header("Huhang-Position")))
                .findFirst()
                .orElseThrow();

        assertThat(entry.get("event").stringValue()).isEqualTo("StaffAppointed");
        assertThat(entry.get("actor").toString()).contains("county-officer-" + COUNTY);
    }

    private static Answer appoint(String token, String name, String post, String area, String day) {
        Answer answer = post(token, "/api/staff", body(name, post, area, day));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private static String body(String name, String post, String area, String day) {
        return """
                {"name": "%s", "post": "%s", "areas": ["%s"], "contact": "13809317004", "on": "%s"}""".formatted(name, post, area, day);
    }

    private static Answer done(String address, String body) {
        Answer answer = post(SUPERVISOR, address, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static Answer post(String token, String address, String body) {
        return APPLICATION.post(address, token, body);
    }

    private static List<String> names(String division, String day, Answer after) {
        return APPLICATION
                .get(
                        "/api/staff?division=" + division + "&on=" + day + "&min-position="
                                + after.header("Huhang-Position"),
                        OFFICER)
                .json()
                .get("items")
                .valueStream()
                .map(row -> row.get("name").stringValue())
                .toList();
    }
}
