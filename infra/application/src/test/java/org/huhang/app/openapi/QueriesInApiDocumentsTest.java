package org.huhang.app.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.access.Role;
import org.huhang.query.api.FormOf;
import org.huhang.query.api.WordsOf;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** What the document of the whole application says of queries and imports. */
class QueriesInApiDocumentsTest {

    private static final RunningApplication APPLICATION = RunningApplication.shared();
    private static JsonNode document;
    private static JsonNode paths;

    @BeforeAll
    static void read() {
        document = APPLICATION.send(APPLICATION.request("/openapi").GET()).json();
        paths = document.get("paths");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/statistics/counts, month level",
        "/api/statistics/matrix, month",
        "/api/statistics/evidence, measure month"
    })
    void what_a_query_refuses_to_go_without_is_shown_as_required(String path, String names) {
        TreeSet<String> required = new TreeSet<>();
        operation("get", path).get("parameters").forEach(parameter -> {
            if (parameter.path("required").asBoolean(false)) {
                required.add(parameter.get("name").stringValue());
            }
        });

        assertThat(required).containsExactlyInAnyOrder(names.split(" "));
    }

    /** A refusal of a word says which ones there are. */
    @ParameterizedTest
    @CsvSource({
        "/api/statistics/counts, level, month=2024-01",
        "/api/statistics/counts, place, month=2024-01&level=county",
        "/api/statistics/counts, by, month=2024-01&level=county",
        "/api/statistics/counts, measure, month=2024-01&level=county",
        "/api/statistics/matrix, measure, month=2024-01",
        "/api/statistics/evidence, measure, month=2024-01",
        "/api/statistics/evidence, place, month=2024-01&measure=migrant",
        "/api/statistics/evidence, sex, month=2024-01&measure=migrant",
        "/api/statistics/evidence, age-band, month=2024-01&measure=migrant",
        "/api/worklist, kind, limit=1",
        "/api/ledger, ground, limit=1",
        "/api/ledger, risk, limit=1",
        "/api/ledger, age, limit=1",
        "/api/ledger, carer, limit=1",
        "/api/ledger, sort, limit=1"
    })
    void the_words_a_parameter_takes_are_shown(String path, String name, String rest) {
        String officer = APPLICATION.token(Role.COUNTY_OFFICER, "330109");
        Answer refused = APPLICATION.get(path + "?" + name + "=no-such-word&" + rest, officer);
        JsonNode schema = parameter(path, name).get("schema");

        assertThat(refused.code()).isEqualTo("INVALID_PARAMETER");
        assertThat(schema.has("items") ? texts(schema.at("/items/enum")) : texts(schema.path("enum")))
                .containsExactly(
                        refused.json().at("/errors/0/allowed").stringValue().split(", "));
    }

    @Test
    void every_unknown_or_repeated_parameter_and_every_wrong_word_is_told_in_one_answer_with_what_there_is() {
        String officer = APPLICATION.token(Role.COUNTY_OFFICER, "330109");
        Answer refused = APPLICATION.send(APPLICATION
                .request("/api/worklist?limt=5&kind=visits&limit=1&limit=2&%E5%BC%A0=1", officer)
                .header("Accept-Language", "en")
                .GET());
        Answer chinese = APPLICATION.get("/api/worklist?limt=5", officer);
        JsonNode errors = refused.json().get("errors");
        String shown = String.join(
                ", ", operation("get", "/api/worklist").get("parameters").findValuesAsString("name"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("INVALID_PARAMETER");
        assertThat(errors.findValuesAsString("field")).containsExactly("limt", "kind", "limit", "?");
        assertThat(errors.get(0).get("allowed").stringValue()).isEqualTo(shown);
        assertThat(errors.get(0).get("detail").stringValue()).contains("limt", shown);
        assertThat(errors.get(2).get("detail").stringValue()).contains("more than once");
        assertThat(chinese.json().get("detail").stringValue()).contains("limt", shown);
        assertThat(refused.body()).doesNotContain("张");
    }

    @Test
    void all_values_that_cannot_be_read_are_refused_at_once_and_so_is_what_is_missing() {
        Answer figures = APPLICATION.get(
                "/api/statistics/counts?division=33&knownAt=soon&to=2024&measure=none&min-position=-1",
                APPLICATION.token(Role.COUNTY_OFFICER, "330109"));
        Answer ledger = APPLICATION.get(
                "/api/ledger?age=3-4&minAge=x&overdue=soon&on=2024-02-30&limit=0",
                APPLICATION.token(Role.COUNTY_OFFICER, "330109"));

        assertThat(figures.status()).isEqualTo(400);
        assertThat(faults(figures))
                .containsExactlyInAnyOrder(
                        "division DIVISION_MALFORMED",
                        "knownAt INVALID_DATE",
                        "to INVALID_DATE",
                        "measure INVALID_PARAMETER",
                        "min-position INVALID_PARAMETER",
                        "month MISSING_FIELD",
                        "level MISSING_FIELD");
        assertThat(faults(ledger))
                .containsExactlyInAnyOrder(
                        "age INVALID_PARAMETER",
                        "minAge INVALID_PARAMETER",
                        "overdue INVALID_PARAMETER",
                        "on INVALID_DATE",
                        "limit INVALID_PARAMETER");
    }

    private static List<String> faults(Answer refused) {
        return refused.json()
                .get("errors")
                .valueStream()
                .map(error -> error.get("field").stringValue() + " "
                        + error.get("code").stringValue())
                .toList();
    }

    /** Else its value is looked at alone, after all others. */
    @Test
    void each_parameter_of_a_query_says_in_which_form_or_words_it_is_written() {
        List<HandlerMapping> mappings =
                APPLICATION.bean(DispatcherServlet.class).getHandlerMappings();
        List<MethodParameter> parameters = mappings.stream()
                .filter(RequestMappingHandlerMapping.class::isInstance)
                .flatMap(mapping -> ((RequestMappingHandlerMapping) mapping).getHandlerMethods().values().stream())
                .filter(method -> method.getBeanType().getPackageName().startsWith("org.huhang.query"))
                .flatMap(method -> Arrays.stream(method.getMethodParameters()))
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .toList();

        assertThat(parameters).hasSizeGreaterThan(50).allSatisfy(parameter -> assertThat(
                        parameter.hasParameterAnnotation(FormOf.class)
                                || parameter.hasParameterAnnotation(WordsOf.class))
                .as(parameter.toString())
                .isTrue());
    }

    @Test
    void where_no_parameter_is_taken_none_is_offered() {
        Answer refused = APPLICATION.get("/api/imports?limit=5", APPLICATION.token(Role.COUNTY_OFFICER, "330109"));

        assertThat(refused.code()).isEqualTo("INVALID_PARAMETER");
        assertThat(refused.json().get("detail").stringValue()).contains("limit").doesNotContain("可用的参数");
    }

    @Test
    void a_list_is_handed_in_in_three_ways_and_answered_with_where_its_job_is() {
        JsonNode submit = operation("post", "/api/imports");

        assertThat(submit.at("/requestBody/content").propertyNames())
                .containsExactlyInAnyOrder("text/csv", "application/octet-stream", "multipart/form-data");
        assertThat(submit.at("/requestBody/content/text~1csv/schema/type").stringValue())
                .isEqualTo("string");
        JsonNode form = document.at(submit.at("/requestBody/content/multipart~1form-data/schema/$ref")
                .stringValue()
                .substring(1));
        assertThat(form.get("properties").propertyNames()).containsExactlyInAnyOrder("dry-run", "file");
        assertThat(form.at("/properties/file/format").stringValue()).isEqualTo("binary");
        assertThat(form.get("required").valueStream().map(JsonNode::stringValue))
                .containsExactly("file");
        assertThat(submit.get("parameters").findValuesAsString("name"))
                .containsExactlyInAnyOrder("dry-run", "file-name");
        assertThat(submit.get("responses").propertyNames())
                .contains("202", "400", "401", "403", "413", "415", "429", "503", "default")
                .doesNotContain("200");
        assertThat(submit.at("/responses/202/headers").propertyNames()).containsExactly("Location");
        assertThat(submit.at("/responses/202/content/application~1json/schema/$ref")
                        .stringValue())
                .isEqualTo("#/components/schemas/ImportProgress");
    }

    @Test
    void progress_is_shown_as_a_stream_of_events_and_the_report_as_csv() {
        JsonNode events = operation("get", "/api/imports/{id}/events").at("/responses/200/content");
        JsonNode report = operation("get", "/api/imports/{id}/report").at("/responses/200/content");

        assertThat(events.propertyNames()).containsExactly("text/event-stream");
        assertThat(events.at("/text~1event-stream/schema/type").stringValue()).isEqualTo("string");
        assertThat(events.at("/text~1event-stream/schema/x-event-data/$ref").stringValue())
                .isEqualTo("#/components/schemas/ImportProgress");
        assertThat(report.propertyNames()).containsExactly("text/csv");
        assertThat(report.at("/text~1csv/schema/type").stringValue()).isEqualTo("string");
    }

    @Test
    void a_revocation_is_shown_with_what_it_takes() {
        JsonNode schemas =
                APPLICATION.send(APPLICATION.request("/openapi").GET()).json().at("/components/schemas");
        for (String kind : List.of("Token", "Subject")) {
            assertThat(operation("post", "/api/revocations/" + kind.toLowerCase(Locale.ROOT) + "s")
                            .at("/requestBody/content/application~1json/schema/$ref")
                            .asString())
                    .isEqualTo("#/components/schemas/Revoke" + kind);
            assertThat(schemas.at("/Revoke" + kind + "/additionalProperties").asBoolean(true))
                    .isFalse();
            assertThat(schemas.at("/Revoke" + kind + "/properties/until/format").asString())
                    .isEqualTo("date-time");
        }
        assertThat(texts(schemas.at("/RevokeToken/required"))).containsExactly("tokenId");
        assertThat(schemas.at("/RevokeToken/properties/tokenId/type").asString())
                .isEqualTo("string");
        assertThat(schemas.at("/RevokeToken/properties/tokenId/maxLength").asInt())
                .isEqualTo(255);
        assertThat(schemas.at("/RevokeSubject/properties").propertyNames())
                .containsExactlyInAnyOrder("subject", "issuedBefore", "until", "reason");
    }

    private static JsonNode operation(String method, String path) {
        return paths.get(path).get(method);
    }

    private static JsonNode parameter(String path, String name) {
        return operation("get", path)
                .get("parameters")
                .valueStream()
                .filter(parameter -> parameter.get("name").stringValue().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).toList();
    }
}
