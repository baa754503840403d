package org.huhang.app.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huhang.command.port.Answer;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.value.CaseId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class ProblemsOverHttpTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String VISIT = "{\"visitor\":\"王芳\",\"seen\":\"在家写作业\",\"on\":\"2026-03-01\"}";
    private static final String CASE = "/api/cases/0b1f8b1e-5d0c-4a6e-9f5b-1f3c5d7e9a0b";

    private static WebLayer web;

    @BeforeAll
    static void start() {
        web = WebLayer.start();
    }

    @AfterAll
    static void stop() {
        web.close();
    }

    @BeforeEach
    void answerYes() {
        web.commands().answer(null);
    }

    @Test
    void a_command_is_answered_with_its_version_and_position() {
        HttpResponse<String> answer =
                web.post(CASE + "/record-visit", VISIT, "If-Match", "\"3\"", "Idempotency-Key", "k-1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).contains("\"4\"");
        assertThat(answer.headers().firstValue("Huhang-Position")).contains("17");
        JsonNode body = JSON.readTree(answer.body());
        assertThat(body.propertyNames())
                .containsExactly("caseId", "version", "position", "events", "possibleDuplicates");
        assertThat(body.get("caseId").stringValue()).isEqualTo(CASE.substring("/api/cases/".length()));
        assertThat(web.commands().last().expectedVersion()).hasValue(3);
        assertThat(web.commands().last().key().orElseThrow().owner()).isEqualTo("officer-7");
        assertThat(web.commands().last().by().requestId()).isEqualTo("request-1");
    }

    @Test
    void a_registration_is_answered_with_the_address_of_the_case() {
        CaseId earlier = CaseId.random();
        web.commands().answer(new Answer.Done(earlier.stream(), 0, 3, List.of("ChildRegistered"), List.of()));

        HttpResponse<String> answer = web.post("/api/cases", """
                {"identity":{"name":"张小花","sex":"FEMALE","birthDate":"2016-05-04"},"hukouDivision":"640425",
                 "residenceDivision":"330109101","residenceSince":"2025-02-28","agency":"VILLAGE","on":"2026-03-01"}""");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).contains("/api/cases/" + earlier);
        assertThat(answer.headers().firstValue("ETag")).contains("\"0\"");
    }

    @Test
    void an_answer_given_again_says_so_and_so_does_a_refusal() {
        assertThat(web.post(CASE + "/record-visit", VISIT).headers().firstValue("Idempotency-Replayed"))
                .isEmpty();

        Answer done = new Answer.Done(CaseId.random().stream(), 1, 3, List.of("HomeVisitRecorded"), List.of());
        web.commands().answer(done.givenAgain());
        assertThat(web.post(CASE + "/record-visit", VISIT).headers().firstValue("Idempotency-Replayed"))
                .contains("true");

        Answer refused = new Answer.Declined(Refusal.of(RefusalCode.NOT_KEY_CARE));
        web.commands().answer(refused.givenAgain());
        HttpResponse<String> answer = web.post(CASE + "/record-visit", VISIT);
        problem(answer, 409, "NOT_KEY_CARE", "zh-CN");
        assertThat(answer.headers().firstValue("Idempotency-Replayed")).contains("true");
    }

    @Test
    void the_same_registration_has_the_same_digest_although_each_try_has_another_case_id() {
        String body = """
                {"identity":{"name":"张小花","sex":"FEMALE","birthDate":"2016-05-04"},"hukouDivision":"640425",
                 "residenceDivision":"330109101","residenceSince":"2025-02-28","agency":"VILLAGE","on":"2026-03-01"}""";
        web.post("/api/cases", body, "Idempotency-Key", "k-2");
        var first = web.commands().last();
        web.post("/api/cases", body, "Idempotency-Key", "k-2");
        var second = web.commands().last();

        assertThat(second.key()).isEqualTo(first.key()).isPresent();
        assertThat(second.stream()).isNotEqualTo(first.stream());
    }

    @Test
    void a_refusal_is_a_problem_in_the_language_asked_for() {
        web.commands().answer(new Answer.Declined(Refusal.of(RefusalCode.NOT_KEY_CARE)));

        problem(web.post(CASE + "/record-visit", VISIT), 409, "NOT_KEY_CARE", "zh-CN");
        JsonNode english =
                problem(web.post(CASE + "/record-visit", VISIT, "Accept-Language", "en"), 409, "NOT_KEY_CARE", "en");
        assertThat(english.get("detail").stringValue()).contains("List the child first");
    }

    @Test
    void parameters_of_a_refusal_stand_in_the_problem() {
        web.commands()
                .answer(new Answer.Declined(Refusal.of(RefusalCode.CASE_CHANGED_SINCE, Map.of("currentVersion", "9"))));

        JsonNode problem = problem(web.post(CASE + "/record-visit", VISIT), 412, "CASE_CHANGED_SINCE", "zh-CN");
        assertThat(problem.get("currentVersion").stringValue()).isEqualTo("9");
    }

    @Test
    void a_field_at_fault_is_named_and_its_value_is_not_repeated() {
        HttpResponse<String> answer = web.post(CASE + "/record-visit", VISIT.replace("\"王芳\"", "{\"姓名\":\"王芳\"}"));

        JsonNode problem = problem(answer, 400, "WRONG_TYPE", "zh-CN");
        assertThat(problem.get("errors").get(0).get("field").stringValue()).isEqualTo("visitor");
        assertThat(answer.body()).doesNotContain("王芳", "姓名");
    }

    @Test
    void every_fault_of_a_body_stands_in_one_answer() {
        String body = """
                {"visitor":7,"sean":"在家写作业","risk":"SEVERE","on":"2026-13-01"}""";

        JsonNode problem =
                problem(web.post(CASE + "/record-visit", body, "Accept-Language", "en"), 400, "WRONG_TYPE", "en");
        assertThat(problem.get("errors").findValuesAsString("code"))
                .containsExactly("WRONG_TYPE", "UNKNOWN_FIELD", "VALUE_NOT_ALLOWED", "INVALID_DATE", "MISSING_FIELD");
        assertThat(problem.get("errors").get(1).get("detail").stringValue()).contains("seen");
    }

    @Test
    void a_body_of_very_many_fields_or_entries_gets_a_short_answer() {
        String fields = "{" + unknown(110_000) + "}";
        String names = "\"x\",".repeat(40_000) + "\"x\"";

        HttpResponse<String> wide = web.post(CASE + "/record-visit", fields);
        HttpResponse<String> listed = web.post("/api/cases", "{\"identity\":{\"otherNames\":[" + names + "]}}");
        HttpResponse<String> unknown = web.post(CASE + "/record-visit", "{" + "\"张三\":1," + unknown(99) + "}");

        problem(wide, 400, "TOO_MANY_FIELDS", "zh-CN");
        assertThat(problem(listed, 400, "TOO_MANY_ITEMS", "zh-CN")
                        .at("/errors/0/field")
                        .stringValue())
                .isEqualTo("identity.otherNames");
        assertThat(problem(unknown, 400, "UNKNOWN_FIELD", "zh-CN")
                        .get("moreErrors")
                        .stringValue())
                .isEqualTo("3");
        assertThat(List.of(wide, listed, unknown))
                .allSatisfy(answer ->
                        assertThat(answer.body()).hasSizeLessThan(40_000).doesNotContain("张三"));
    }

    private static String unknown(int fields) {
        return IntStream.range(0, fields).mapToObj(n -> "\"f" + n + "\":1").collect(Collectors.joining(","));
    }

    @Test
    void an_unknown_command_is_told_the_known_ones() {
        JsonNode problem = problem(web.post(CASE + "/sceen", VISIT), 404, "COMMAND_UNKNOWN", "zh-CN");

        assertThat(problem.get("known").stringValue())
                .contains("screen", "record-visit")
                .doesNotContain("register");
        problem(web.post(CASE + "/register", VISIT), 404, "COMMAND_UNKNOWN", "zh-CN");
    }

    @Test
    void what_is_no_address_is_none_by_any_method() {
        problem(web.get(CASE + "/sceen"), 404, "NO_SUCH_ADDRESS", "zh-CN");
        problem(web.get(CASE + "/screening"), 404, "NO_SUCH_ADDRESS", "zh-CN");
        problem(web.get(CASE + "/record-visit/screen"), 404, "NO_SUCH_ADDRESS", "zh-CN");
        problem(web.post(CASE + "/record-visit/screen", VISIT), 404, "NO_SUCH_ADDRESS", "zh-CN");
        problem(web.post("/api/screening/no-such", VISIT), 404, "NO_SUCH_ADDRESS", "zh-CN");
        problem(web.send(web.request(CASE + "/sceen").DELETE()), 404, "NO_SUCH_ADDRESS", "zh-CN");
    }

    @Test
    void a_case_no_case_can_be_called_is_not_found() {
        problem(web.post("/api/cases/1-1-1-1-1/record-visit", VISIT), 404, "CASE_NOT_FOUND", "zh-CN");
    }

    @Test
    void headers_that_are_wrong_are_said_to_be() {
        problem(web.post(CASE + "/record-visit", VISIT, "If-Match", "3"), 400, "IF_MATCH_MALFORMED", "zh-CN");
        problem(
                web.post(CASE + "/record-visit", VISIT, "Idempotency-Key", "two words"),
                400,
                "IDEMPOTENCY_KEY_MALFORMED",
                "zh-CN");
    }

    @Test
    void the_web_itself_refuses_in_the_same_shape() {
        problem(web.get("/nowhere"), 404, "NO_SUCH_ADDRESS", "zh-CN");
        problem(web.get("/error"), 404, "NO_SUCH_ADDRESS", "zh-CN");
        problem(web.get("/api/cases/"), 404, "NO_SUCH_ADDRESS", "zh-CN");
        problem(web.get("/broken"), 400, "MISSING_FIELD", "zh-CN");
        problem(web.get("/broken?kind=ODD"), 400, "INVALID_PARAMETER", "zh-CN");
        problem(web.get("/broken?kind=REFUSED", "Accept", "text/csv"), 404, "CASE_NOT_FOUND", "zh-CN");
        problem(web.get("/broken?kind=REFUSED&a=%FF%FE"), 400, "MALFORMED_REQUEST", "zh-CN");
        problem(web.post(CASE + "/record-visit", VISIT, "Accept", "text/csv"), 406, "NOT_ACCEPTABLE", "zh-CN");
        problem(web.post(CASE + "/record-visit", ""), 400, "MALFORMED_JSON", "zh-CN");
        problem(
                web.send(web.request(CASE + "/record-visit")
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString(VISIT))),
                415,
                "UNSUPPORTED_MEDIA_TYPE",
                "zh-CN");
    }

    @Test
    void a_wrong_method_is_told_the_right_one() {
        HttpResponse<String> answer = web.get(CASE + "/record-visit");

        JsonNode problem = problem(answer, 405, "METHOD_NOT_ALLOWED", "zh-CN");
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
        assertThat(problem.get("detail").stringValue()).contains("POST");
        assertThat(web.post(CASE + "/screening/dry-run", VISIT).headers().firstValue("Allow"))
                .contains("GET, HEAD");
    }

    @Test
    void a_fault_says_nothing_of_what_was_asked_neither_to_the_caller_nor_in_the_log(CapturedOutput output) {
        HttpResponse<String> answer = web.get("/broken?kind=FAULT");

        problem(answer, 500, "INTERNAL_ERROR", "zh-CN");
        assertThat(answer.body()).doesNotContain("张小花", "3301", "Exception");
        assertThat(output.getAll())
                .contains("java.lang.IllegalStateException at org.huhang.app.problem.WebLayer$Parts$Broken.broken")
                .doesNotContain("张小花", "330109201605041234", "\tat ");
    }

    @Test
    void what_tomcat_turns_away_is_a_problem_too() {
        List<String> malformed = List.of(
                "GET /api/cases/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /api/<cases> HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /broken?kind=REFUSED&a=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /api/cases/..%2f..%2fetc HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n");

        assertThat(malformed).allSatisfy(request -> assertThat(web.raw(request))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"code\":\"MALFORMED_REQUEST\"", "\"requestId\":\"")
                .doesNotContain("<html", "Tomcat", "Exception"));
    }

    @Test
    void a_head_that_is_too_large_is_told_so_and_one_that_is_large_is_read() {
        String line = "GET /nowhere HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
        List<String> large = List.of(
                line + "X: " + "x".repeat(17_000) + "\r\n\r\n",
                line + "X: " + "x".repeat(500_000) + "\r\n\r\n",
                line + "X: 1\r\n".repeat(200) + "\r\n",
                "GET /" + "x".repeat(17_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");

        assertThat(large).allSatisfy(request -> assertThat(web.raw(request))
                .startsWith("HTTP/1.1 431")
                .contains("application/problem+json", "\"code\":\"HEADERS_TOO_LARGE\"", "16 kB", "X-Request-Id: ")
                .doesNotContain("xxx"));
        assertThat(web.raw(line + "X: " + "x".repeat(15_000) + "\r\n\r\n")).startsWith("HTTP/1.1 404");
    }

    @Test
    void a_request_that_was_never_named_gets_a_name_in_its_answer() {
        String answer = web.raw("TRACE /api/cases HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 405")
                .contains("application/problem+json")
                .containsPattern("\"requestId\":\"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\"");
    }

    @Test
    void what_cannot_be_served_is_logged_when_something_broke_and_not_when_we_said_so(CapturedOutput output) {
        problem(web.get("/broken?kind=NOT_YET"), 503, "SERVICE_UNAVAILABLE", "zh-CN");
        assertThat(output.getAll()).doesNotContain("could not be served");

        problem(web.get("/broken?kind=DATABASE_GONE"), 503, "SERVICE_UNAVAILABLE", "zh-CN");
        assertThat(output.getAll()).contains("could not be served");
    }

    @Test
    void who_only_asked_is_not_told_to_send_anything_with_the_same_key() {
        String path = "/broken?kind=DATABASE_GONE";
        for (String language : List.of("zh-CN", "en")) {
            JsonNode query = problem(web.get(path, "Accept-Language", language), 503, "SERVICE_UNAVAILABLE", language);
            assertThat(query.get("detail").stringValue()).doesNotContain("Idempotency-Key");
            JsonNode command =
                    problem(web.post(path, "", "Accept-Language", language), 503, "SERVICE_UNAVAILABLE", language);
            assertThat(command.get("detail").stringValue()).contains("Idempotency-Key");
        }
    }

    private static JsonNode problem(HttpResponse<String> answer, int status, String code, String language) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("Content-Language")).contains(language);
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.get("code").stringValue()).isEqualTo(code);
        assertThat(problem.get("type").stringValue()).isEqualTo("/problems/" + code);
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("title").stringValue()).isNotBlank();
        assertThat(problem.get("detail").stringValue()).isNotBlank();
        assertThat(problem.has("requestId")).isTrue();
        return problem;
    }
}
