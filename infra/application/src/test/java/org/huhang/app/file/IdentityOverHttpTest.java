package org.huhang.app.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.util.List;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.identity.ResidentIdNumber;
import org.junit.jupiter.api.Test;

/** That a child has one case, and a case one child, as officers of 640521 meet it; no other test opens anything there. */
class IdentityOverHttpTest {

    private static final RunningApplication APPLICATION = RunningApplication.shared();
    private static final String COUNTY = "640521";
    private static final String OFFICER = APPLICATION.token(Role.COUNTY_OFFICER, COUNTY);

    @Test
    void a_boy_of_2012_and_a_girl_of_2016_are_not_merged_and_the_officer_hears_why_in_either_language() {
        String boy = registered("马小军", "MALE", "2012-03-04", 11);
        String girl = registered("马小君", "FEMALE", "2016-07-08", 22);
        String merge = "{\"otherCase\": \"%s\", \"reason\": \"同一名儿童\", \"on\": \"2026-04-01\"}".formatted(id(girl));

        Answer refused = post(boy + "/merge", merge);
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("IDENTITIES_CONTRADICT");
        assertThat(refused.json().get("errors").findValuesAsString("field"))
                .containsExactly("identity.sex", "identity.birthDate", "identity.documents[0].number");
        assertThat(refused.json().get("errors").findValuesAsString("code")).containsOnly("IDENTITIES_CONTRADICT");
        assertThat(refused.json().get("detail").stringValue()).contains("更正身份信息");
        assertThat(refused.body()).doesNotContain("2016", "2012-03-04");
        Answer english = APPLICATION.send(APPLICATION
                .request(boy + "/merge", OFFICER)
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .POST(HttpRequest.BodyPublishers.ofString(merge)));
        assertThat(english.json().get("detail").stringValue()).contains("correct-identity");

        done(
                girl + "/correct-identity",
                "{%s, \"reason\": \"看错了户口本\", \"on\": \"2026-04-01\"}"
                        .formatted(identity("马小君", "MALE", "2012-03-04", "")));
        assertThat(done(boy + "/merge", merge).json().get("events").toString()).isEqualTo("[\"CasesMerged\"]");
    }

    @Test
    void the_number_of_a_case_closed_as_an_error_is_free_and_the_case_is_not_reopened_over_its_new_holder() {
        String error = registered("马小红", "FEMALE", "2014-05-06", 34);
        Answer held = post("/api/cases", registration("马晓红", "FEMALE", "2014-05-06", 34));
        assertThat(held.code()).isEqualTo("DOCUMENT_BELONGS_TO_ANOTHER_CASE");
        done(error + "/close", "{\"reason\": \"REGISTERED_IN_ERROR\", \"on\": \"2026-04-01\"}");

        Answer rightful = post("/api/cases", registration("马小红", "FEMALE", "2014-05-06", 34));
        assertThat(rightful.status()).as(rightful.body()).isEqualTo(201);
        assertThat(rightful.json().get("possibleDuplicates")).isEmpty();

        Answer reopened = post(error + "/reopen", "{\"reason\": \"并非误登\", \"on\": \"2026-04-02\"}");
        assertThat(reopened.status()).isEqualTo(409);
        assertThat(reopened.code()).isEqualTo("DOCUMENT_BELONGS_TO_ANOTHER_CASE");
        assertThat(reopened.json().at("/errors/0/field").stringValue()).isEqualTo("identity.documents[0].number");
    }

    @Test
    void who_reopens_the_old_case_of_a_child_registered_anew_is_told_of_the_new_one() {
        String old = registered("马小强", "MALE", "2013-02-03", 0);
        done(old + "/close", "{\"reason\": \"MOVED_OUT_OF_REACH\", \"on\": \"2026-04-01\"}");
        Answer since = post("/api/cases", registration("马小强", "MALE", "2013-02-03", 0));
        assertThat(since.json().get("possibleDuplicates").toString()).isEqualTo("[\"" + id(old) + "\"]");

        Answer reopened = done(old + "/reopen", "{\"reason\": \"回来了\", \"on\": \"2026-04-02\"}");

        assertThat(reopened.json().get("possibleDuplicates").valueStream().map(other -> other.stringValue()))
                .isEqualTo(List.of(id(since.header("Location"))));
    }

    private static String registered(String name, String sex, String birth, int sequence) {
        Answer answer = post("/api/cases", registration(name, sex, birth, sequence));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.header("Location");
    }

    private static Answer done(String path, String body) {
        Answer answer = post(path, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static Answer post(String path, String body) {
        return APPLICATION.post(path, OFFICER, body);
    }

    private static String id(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** @param sequence in the ID number, odd for a boy; 0 for a child without papers */
    private static String registration(String name, String sex, String birth, int sequence) {
        String document = sequence == 0
                ? ""
                : "{\"type\": \"RESIDENT_ID\", \"number\": \"%s\"}"
                        .formatted(ResidentIdNumber.compose(COUNTY, LocalDate.parse(birth), sequence)
                                .reveal());
        return """
                {%s, "hukouDivision": "%s", "residenceDivision": "%s", "residenceSince": "2020-01-10",
                 "agency": "EDUCATION", "on": "2026-03-01"}""".formatted(identity(name, sex, birth, document), COUNTY, COUNTY);
    }

    private static String identity(String name, String sex, String birth, String document) {
        return "\"identity\": {\"name\": \"%s\", \"sex\": \"%s\", \"birthDate\": \"%s\", \"documents\": [%s]}"
                .formatted(name, sex, birth, document);
    }
}
