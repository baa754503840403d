package org.huhang.app.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.access.Role;

/**
 * A left-behind child whose parents are back: a status that may be ended. Chance alone hardly ever tells three commands of
 * one child that agree like this.
 */
final class Homecoming {

    private static final String REGISTER = """
            {"identity": {"name": "慕容归", "sex": "MALE", "birthDate": "%s"}, "householdType": "RURAL",
             "hukouDivision": "620102001201", "residenceDivision": "620102001201", "residenceSince": "%s",
             "guardians": [
               {"relation": "FATHER", "name": "慕容父", "livesWithChild": false, "ability": "ABLE", "awaySince": "%s"},
               {"relation": "MOTHER", "name": "慕容母", "livesWithChild": false, "ability": "ABLE", "awaySince": "%s"},
               {"relation": "GRANDPARENT", "name": "慕容祖", "livesWithChild": true, "ability": "ABLE"}],
             "agency": "VILLAGE", "on": "%s"}""";

    private static final String BACK = """
            {"guardians": [{"relation": "FATHER", "name": "慕容父", "livesWithChild": true, "ability": "ABLE"},
               {"relation": "MOTHER", "name": "慕容母", "livesWithChild": true, "ability": "ABLE"}], "on": "%s"}""";

    private Homecoming() {}

    /** @return the case's id */
    static String of(RunningApplication application, int number) {
        String officer = application.token(Role.COUNTY_OFFICER, Sense.COUNTY);
        String today = Sense.today().toString();
        String born = Sense.today().minusYears(8).minusDays(number).toString();
        String longAgo = Sense.today().minusYears(2).toString();
        String caseId = done(application.post(
                        "/api/cases", officer, REGISTER.formatted(born, longAgo, longAgo, longAgo, today)))
                .json()
                .path("caseId")
                .asString("");
        String address = "/api/cases/" + caseId;
        Answer screened = done(application.post(
                address + "/screen", officer, "{\"agency\": \"VILLAGE\", \"on\": \"%s\"}".formatted(today)));
        assertThat(screened.body()).contains("ScreenedAsLeftBehind");
        done(application.post(address + "/record-living-arrangement", officer, BACK.formatted(today)));
        return caseId;
    }

    private static Answer done(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
        return answer;
    }
}
