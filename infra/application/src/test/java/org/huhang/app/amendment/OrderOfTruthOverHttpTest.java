package org.huhang.app.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.time.Shanghai;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is told late, taken back, put right or merged, as the office of where the child is registered records it, and those of 330110 and 330122 see it. */
class OrderOfTruthOverHttpTest {

    private static final RunningApplication APPLICATION = RunningApplication.shared();
    private static final String HERE = "330110";
    private static final String AT_HOME = APPLICATION.token(Role.COUNTY_OFFICER, "640121");
    private static final String OFFICER = APPLICATION.token(Role.COUNTY_OFFICER, HERE);
    private static final String THERE = APPLICATION.token(Role.COUNTY_OFFICER, "330122");
    private static final String NATION = APPLICATION.token(Role.INSPECTOR, "000000");

    @Test
    void a_child_is_screened_as_it_lived_on_that_day_and_the_move_since_ends_what_was_found() {
        String child = registered("龚一", "2024-01-01", "2015-05-20");
        done(child + "/move-residence", "{\"to\": \"330122002\", \"on\": \"2026-09-01\"}");

        Answer screened = done(child + "/screen", "{\"agency\": \"EDUCATION\", \"on\": \"2026-08-15\"}");

        assertThat(events(screened)).containsExactly("ScreenedAsMigrant", "MigrantStatusEnded");
        assertThat(state(child, "effectiveAt=2026-08-31")
                        .at("/screening/status")
                        .stringValue())
                .isEqualTo("MIGRANT");
        JsonNode since = state(child, "effectiveAt=2026-09-01").get("screening");
        assertThat(since.get("status").stringValue()).isEqualTo("ENDED");
        assertThat(since.get("endReason").stringValue()).isEqualTo("MOVED");
    }

    @Test
    void two_files_add_up_and_each_fact_is_told_with_its_file() {
        String older = registered("龚二", "2024-01-01", "2015-06-20");
        done(older + "/screen", "{\"agency\": \"EDUCATION\", \"on\": \"2026-03-10\"}");
        String newer = registered("龚二儿", "2024-01-01", "2015-06-20");
        done(
                newer + "/merge",
                "{\"otherCase\": \"%s\", \"reason\": \"同一儿童\", \"on\": \"2026-05-01\"}".formatted(id(older)));

        assertThat(now(newer).at("/state/screening/status").stringValue()).isEqualTo("MIGRANT");
        JsonNode replay = APPLICATION
                .get(newer + "/replay?effectiveAt=2026-06-01", NATION)
                .json();
        assertThat(replay.get("facts")
                        .valueStream()
                        .map(fact -> fact.get("caseId").stringValue() + " "
                                + fact.get("name").stringValue()))
                .contains(id(older) + " ScreenedAsMigrant", id(newer) + " CasesMerged");
    }

    @Test
    void both_offices_go_on_answering_for_a_child_whose_files_became_one() {
        String theirs = registered("龚三", "2024-01-01", "2015-07-20");
        done(theirs + "/move-residence", "{\"to\": \"330122002\", \"on\": \"2026-03-20\"}");
        String ours = registered("龚三儿", "2024-01-01", "2015-07-20");
        Answer merged = APPLICATION.post(ours + "/merge", APPLICATION.token(Role.COUNTY_OFFICER, "330109"), "{}");
        assertThat(merged.status()).isNotEqualTo(200);
        assertThat(APPLICATION.get(ours, THERE).status()).isEqualTo(404);
        done(
                ours + "/merge",
                "{\"otherCase\": \"%s\", \"reason\": \"同一儿童\", \"on\": \"2026-05-01\"}".formatted(id(theirs)));

        assertThat(APPLICATION.get(ours, THERE).status()).isEqualTo(200);
        assertThat(APPLICATION.get(ours, OFFICER).status()).isEqualTo(200);
        done(ours + "/move-residence", "{\"to\": \"330110009\", \"on\": \"2026-06-01\"}");
        assertThat(APPLICATION.get(ours, THERE).status()).isEqualTo(404);
    }

    @Test
    void what_was_entered_by_mistake_is_voided_and_was_known_all_the_same() {
        String child = registered("龚四", "2024-01-01", "2015-08-20");
        done(child + "/record-guardianship-lapse", """
            {"ground": "GUARDIAN_MISSING", "circumstances": "误听", "on": "2026-03-15"}""");
        Answer care = APPLICATION.post(child + "/assign-temporary-care", AT_HOME, """
            {"mode": "RELATIVE", "carer": {"name": "龚姑"}, "on": "2026-03-16"}""");
        assertThat(care.status()).isEqualTo(200);
        String then = APPLICATION
                .get(child + "/replay?knownAt=" + care.json().get("position"), NATION)
                .json()
                .get("state")
                .toString();

        Answer restedOn = voiding(child, 1);
        assertThat(restedOn.status()).isEqualTo(409);
        assertThat(restedOn.json().at("/errors/0/code").stringValue()).isEqualTo("ENTRY_RESTED_ON");
        assertThat(restedOn.json().at("/errors/0/detail").stringValue()).contains("2:TemporaryCareAssigned");
        assertThat(voiding(child, 2).status()).isEqualTo(200);
        assertThat(voiding(child, 1).status()).isEqualTo(200);
        assertThat(voiding(child, 1).json().at("/errors/0/code").stringValue()).isEqualTo("ENTRY_ALREADY_VOIDED");

        assertThat(now(child).at("/state/guardianship/status").stringValue()).isEqualTo("GUARDED");
        JsonNode replay = APPLICATION
                .get(child + "/replay?knownAt=" + care.json().get("position"), NATION)
                .json();
        assertThat(replay.get("state").toString()).isEqualTo(then);
        assertThat(replay.at("/changedSince/0/fact/name").stringValue()).isEqualTo("EntryVoided");
        assertThat(replay.at("/changedSince/0/overrules/0").stringValue()).isEqualTo(id(child) + "/2");
    }

    @Test
    void a_move_by_mistake_leaves_the_day_of_arrival_as_it_was() {
        String child = registered("龚五", "2024-01-01", "2015-09-20");
        done(child + "/move-residence", "{\"to\": \"110101001\", \"on\": \"2026-04-01\"}");
        done(child + "/move-residence", "{\"to\": \"330110005\", \"on\": \"2026-04-02\"}");
        assertThat(now(child).at("/state/residence/since").stringValue()).isEqualTo("2026-04-02");

        assertThat(events(voiding(child, 1))).containsExactly("EntryVoided", "ResidenceCorrected");

        assertThat(now(child).at("/state/residence/since").stringValue()).isEqualTo("2024-01-01");
    }

    @Test
    void the_first_day_of_residence_is_corrected_from_the_start() {
        String child = registered("龚六", "2026-01-01", "2015-10-20");
        done(child + "/correct-residence", """
            {"division": "330110005", "since": "2024-09-01", "reason": "登记时误填", "on": "2026-06-01"}""");

        assertThat(now(child).at("/state/residence/since").stringValue()).isEqualTo("2024-09-01");
        assertThat(state(child, "effectiveAt=2026-03-01").at("/residence/since").stringValue())
                .isEqualTo("2024-09-01");
    }

    @Test
    void a_death_that_is_told_late_overrules_what_was_recorded_of_later_days() {
        String child = registered("龚七", "2024-01-01", "2015-11-20");
        Answer screened = done(child + "/screen", "{\"agency\": \"EDUCATION\", \"on\": \"2026-06-30\"}");

        done(child + "/close", "{\"reason\": \"DECEASED\", \"on\": \"2026-06-15\"}");

        JsonNode replay = APPLICATION
                .get(child + "/replay?knownAt=" + screened.json().get("position"), NATION)
                .json();
        assertThat(replay.at("/state/screening/status").stringValue()).isEqualTo("MIGRANT");
        assertThat(replay.at("/changedSince/0/overrules/0").stringValue()).isEqualTo(id(child) + "/1");
        JsonNode later = APPLICATION
                .get(child + "/replay?effectiveAt=2026-07-01", NATION)
                .json();
        assertThat(later.at("/state/screening/status").stringValue()).isEqualTo("NOT_SCREENED");
        assertThat(later.at("/facts/2/overruled").asBoolean()).isTrue();
    }

    @Test
    void a_lapse_of_before_the_registration_is_recorded_of_its_day() {
        String child = registered("龚八", "2024-01-01", "2015-12-20");
        done(child + "/record-guardianship-lapse", """
            {"ground": "GUARDIAN_MISSING", "circumstances": "邻居报告", "on": "2026-02-28"}""");

        assertThat(now(child).at("/state/guardianship/since").stringValue()).isEqualTo("2026-02-28");
        Answer unborn = APPLICATION.post(
                child + "/record-living-arrangement", AT_HOME, "{\"guardians\": [], \"on\": \"2015-12-19\"}");
        assertThat(unborn.json().at("/errors/0/code").stringValue()).isEqualTo("BEFORE_BIRTH");
    }

    @Test
    void a_status_that_was_outgrown_since_ends_on_the_birthday_by_the_decision_itself() {
        LocalDate birthday = LocalDate.now(Shanghai.ZONE).minusDays(40);
        String child = registered("龚九", "2024-01-01", birthday.minusYears(16).toString());

        Answer screened = done(
                child + "/screen", "{\"agency\": \"EDUCATION\", \"on\": \"%s\"}".formatted(birthday.minusDays(100)));

        assertThat(events(screened)).containsExactly("ScreenedAsMigrant", "MigrantStatusEnded");
        assertThat(state(child, "effectiveAt=" + birthday.minusDays(1))
                        .at("/screening/status")
                        .stringValue())
                .isEqualTo("MIGRANT");
        assertThat(state(child, "effectiveAt=" + birthday)
                        .at("/screening/endReason")
                        .stringValue())
                .isEqualTo("AGED_OUT");
    }

    private static String registered(String name, String since, String born) {
        Answer answer = APPLICATION.post("/api/cases", OFFICER, """
            {"identity": {"name": "%s", "otherNames": [], "sex": "MALE", "birthDate": "%s", "documents": []},
             "hukouDivision": "640121", "householdType": "RURAL", "residenceDivision": "330110005",
             "residenceSince": "%s",
             "guardians": [{"relation": "MOTHER", "name": "龚母", "livesWithChild": true, "ability": "ABLE"},
                           {"relation": "FATHER", "name": "龚父", "livesWithChild": true, "ability": "ABLE"}],
             "agency": "VILLAGE", "on": "2026-03-01"}""".formatted(name, born, since));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return "/api/cases/" + answer.json().get("caseId").stringValue();
    }

    private static Answer voiding(String child, int version) {
        return APPLICATION.post(
                child + "/void-entry",
                AT_HOME,
                "{\"entry\": \"%s/%d\", \"reason\": \"误录\", \"on\": \"2026-06-01\"}".formatted(id(child), version));
    }

    private static Answer done(String address, String body) {
        Answer answer = APPLICATION.post(address, AT_HOME, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static List<String> events(Answer answer) {
        return answer.json()
                .get("events")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }

    private static JsonNode now(String child) {
        return APPLICATION.get(child, NATION).json();
    }

    private static JsonNode state(String child, String asked) {
        return APPLICATION.get(child + "/replay?" + asked, NATION).json().get("state");
    }

    private static String id(String child) {
        return child.substring("/api/cases/".length());
    }
}
