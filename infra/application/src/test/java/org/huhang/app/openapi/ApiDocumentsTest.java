package org.huhang.app.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.huhang.app.problem.WebLayer;
import org.huhang.command.api.CommandAddress;
import org.huhang.command.ask.Command;
import org.huhang.command.ask.CommandCatalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiDocumentsTest {

    private static WebLayer web;
    private static JsonNode document;

    @BeforeAll
    static void read() {
        web = WebLayer.start();
        document = new JsonMapper().readTree(web.get("/openapi").body());
    }

    @AfterAll
    static void stop() {
        web.close();
    }

    @Test
    void it_is_openapi_3_1_and_asks_for_a_bearer_token() {
        assertThat(document.get("openapi").stringValue()).startsWith("3.1");
        assertThat(document.at("/components/securitySchemes/bearer/scheme").stringValue())
                .isEqualTo("bearer");
        assertThat(document.at("/security/0").has("bearer")).isTrue();
    }

    @Test
    void every_command_has_an_address_of_its_own_and_the_generic_one_does_not_show() {
        for (Class<? extends Command> command : CommandCatalogue.all()) {
            assertThat(operation(command).isObject())
                    .as(command.getSimpleName())
                    .isTrue();
            assertThat(operation(command).get("summary").stringValue()).contains(" · ");
        }
        assertThat(document.get("paths").propertyNames()).noneMatch(path -> path.contains("{command}"));
    }

    @Test
    void every_command_shows_its_body_field_by_field() {
        for (Class<? extends Command> command : CommandCatalogue.all()) {
            JsonNode body = body(command);
            assertThat(body.get("properties").propertyNames())
                    .as(command.getSimpleName())
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(command.getRecordComponents())
                            .map(component -> component.getName())
                            .toList());
            assertThat(texts(body.get("required"))).as(command.getSimpleName()).contains("on");
        }
    }

    @Test
    void every_command_shows_all_its_refusals() {
        for (Class<? extends Command> command : CommandCatalogue.all()) {
            Set<String> shown = new TreeSet<>();
            operation(command).get("responses").forEach(response -> texts(
                            response.at("/content/application~1problem+json/schema/allOf/1/properties/code/enum"))
                    .forEach(shown::add));

            assertThat(shown)
                    .as(command.getSimpleName())
                    .contains("MALFORMED_JSON", "NOT_PERMITTED", "IDEMPOTENCY_KEY_REUSED", "INTERNAL_ERROR")
                    .containsAll(CommandCatalogue.refusals(command).stream()
                            .map(Enum::name)
                            .toList());
        }
    }

    @Test
    void values_are_shown_as_the_text_they_are() {
        JsonNode register = document.at("/components/schemas/Register/properties");
        assertThat(register.at("/hukouDivision/pattern").stringValue()).startsWith("^[1-8]");
        assertThat(register.at("/on/format").stringValue()).isEqualTo("date");
        assertThat(register.at("/residenceAddress/type").stringValue()).isEqualTo("string");
        assertThat(register.at("/residenceAddress/maxLength").intValue()).isEqualTo(300);
        assertThat(texts(document.at("/components/schemas/ChildIdentity/required")))
                .containsExactlyInAnyOrder("name", "sex", "birthDate");
        assertThat(document.at("/components/schemas/Merge/properties/otherCase/format")
                        .stringValue())
                .isEqualTo("uuid");
        assertThat(document.get("components").get("schemas").propertyNames())
                .noneMatch(name -> name.startsWith("Optional") || name.equals("PersonName"));
    }

    @Test
    void the_headers_of_a_command_are_shown() {
        assertThat(parameters("/api/cases/{caseId}/screen"))
                .containsExactlyInAnyOrder("caseId", "If-Match", "Idempotency-Key");
        assertThat(parameters("/api/cases")).containsExactly("Idempotency-Key");
        assertThat(document.get("paths")
                        .get("/api/cases")
                        .at("/post/responses/201/headers")
                        .propertyNames())
                .contains("Location", "ETag", "Huhang-Position");
    }

    @Test
    void a_dry_run_shows_the_body_of_a_registration_and_what_it_answers() {
        JsonNode paths = document.get("paths");
        assertThat(paths.get("/api/screening/dry-run")
                        .at("/post/requestBody/content/application~1json/schema/$ref")
                        .stringValue())
                .isEqualTo("#/components/schemas/Register");
        assertThat(parametersOf(
                        paths.get("/api/cases/{caseId}/screening/dry-run").get("get")))
                .containsExactlyInAnyOrder("caseId", "on");
        assertThat(document.at("/components/schemas/Evaluation/properties/reconfirmBy/format")
                        .stringValue())
                .isEqualTo("date");
        assertThat(paths.get("/api/screening/dry-run").at("/post/responses").propertyNames())
                .contains("200", "400", "401", "403", "415", "422", "default");
    }

    @Test
    void every_reference_in_the_document_leads_somewhere() {
        List<String> broken = document.findValuesAsString("$ref").stream()
                .distinct()
                .filter(reference -> document.at(reference.substring(1)).isMissingNode())
                .toList();

        assertThat(document.findValuesAsString("$ref")).isNotEmpty();
        assertThat(broken).isEmpty();
    }

    @Test
    void people_have_a_page_to_read_it_on() {
        var page = web.get("/docs");
        assertThat(page.statusCode()).isIn(200, 302);
        String target = page.headers().firstValue("Location").orElse("/docs");
        assertThat(web.get(target.replaceFirst("^https?://[^/]+", "")).body()).contains("swagger-ui");
    }

    private static JsonNode operation(Class<? extends Command> command) {
        return document.get("paths").path(CommandAddress.of(command)).path("post");
    }

    private static JsonNode body(Class<? extends Command> command) {
        String reference = operation(command)
                .at("/requestBody/content/application~1json/schema/$ref")
                .stringValue();
        return document.at(reference.substring(1));
    }

    private static List<String> parameters(String path) {
        return parametersOf(document.get("paths").get(path).get("post"));
    }

    private static List<String> parametersOf(JsonNode operation) {
        return operation.get("parameters").findValuesAsString("name");
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).collect(Collectors.toList());
    }
}
