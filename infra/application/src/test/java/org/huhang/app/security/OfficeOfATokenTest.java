package org.huhang.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.time.Shanghai;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A role and a division in a genuine token that do not go together, or no longer. */
class OfficeOfATokenTest {

    private static final RunningApplication APPLICATION = RunningApplication.shared();

    @ParameterizedTest
    @ValueSource(strings = {"/api/ledger", "/api/read-models", "/api/no-such-place", "/metrics"})
    void a_role_outside_its_level_is_told_so_wherever_a_token_is_needed(String address) {
        Answer answer = APPLICATION.get(address, APPLICATION.token(Role.SUPERVISOR, "330100"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("ROLE_OUTSIDE_ITS_LEVEL");
    }

    @ParameterizedTest
    @CsvSource({"en, 'Your account''s role SUPERVISOR does', 330100", "zh-CN, 您账号的岗位 SUPERVISOR 与, 330100"})
    void it_is_told_in_the_language_asked_for(String language, String sentence, String division) {
        Answer answer = APPLICATION.send(APPLICATION
                .request("/api/ledger", APPLICATION.token(Role.SUPERVISOR, division))
                .header("Accept-Language", language)
                .GET());

        assertThat(answer.json().path("detail").asString()).startsWith(sentence).contains(division);
    }

    @Test
    void the_officer_of_a_renumbered_county_works_on_for_its_children() {
        String underTheOldNumber = APPLICATION.token(Role.COUNTY_OFFICER, "330183");
        String child = registered("330111", APPLICATION.token(Role.COUNTY_OFFICER, "330111"));

        assertThat(APPLICATION.get("/api/cases/" + child, underTheOldNumber).status())
                .isEqualTo(200);
        assertThat(registered("330111", underTheOldNumber)).isNotBlank();
    }

    @Test
    void the_officer_of_an_absorbed_county_hears_what_there_is_now() {
        Answer answer = APPLICATION.get("/api/ledger", APPLICATION.token(Role.COUNTY_OFFICER, "330104"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("YOUR_DIVISION_NOT_IN_FORCE");
        assertThat(answer.json().path("detail").asString()).contains("330102 上城区");
    }

    @Test
    void a_city_without_counties_has_officers_who_register() {
        assertThat(registered("442000", APPLICATION.token(Role.COUNTY_OFFICER, "442000")))
                .isNotBlank();
    }

    private static String registered(String division, String token) {
        LocalDate today = Shanghai.dayOf(java.time.Instant.now());
        Answer answer = APPLICATION.post("/api/cases", token, """
                        {"identity": {"name": "任职", "sex": "MALE", "birthDate": "%s"}, "hukouDivision": "%s",
                         "residenceDivision": "%s", "residenceSince": "%s",
                         "guardians": [{"relation": "MOTHER", "name": "任母", "livesWithChild": true, "ability": "ABLE"}],
                         "agency": "EDUCATION", "on": "%s"}""".formatted(
                        today.minusYears(9), division, division, today.minusYears(1), today));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("caseId").asString();
    }
}
