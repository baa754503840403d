package org.huhang.app.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.huhang.app.testing.RunningApplication;
import org.huhang.kernel.event.EventCatalogue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a client's developer may rely on anywhere in the document of the whole application. */
class TrustworthyDocumentTest {

    private static JsonNode document;

    @BeforeAll
    static void read() {
        RunningApplication application = RunningApplication.shared();
        document = application.send(application.request("/openapi").GET()).json();
    }

    @Test
    void every_operation_has_a_name_of_its_own_and_says_in_both_languages_what_it_is_for() {
        List<String> ids = new ArrayList<>();
        operations((address, operation) -> {
            ids.add(operation.path("operationId").asString(""));
            assertThat(operation.path("summary").asString("")).as(address).contains(" · ");
        });

        assertThat(ids).isNotEmpty().doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z][a-z-]+"));
    }

    @Test
    void tags_are_an_officers_words_in_both_languages() {
        Set<String> declared = new HashSet<>();
        document.path("tags").forEach(tag -> {
            declared.add(tag.path("name").asString(""));
            assertThat(tag.path("description").asString("")).contains(" · ");
        });
        Set<String> used = new HashSet<>();
        operations((_, operation) -> operation.path("tags").forEach(tag -> used.add(tag.asString())));

        assertThat(declared).isEqualTo(used).allMatch(tag -> tag.contains(" · "));
    }

    @Test
    void only_these_addresses_need_no_token() {
        Set<String> open = new HashSet<>();
        operations((address, operation) -> {
            if (operation.has("security") && operation.path("security").isEmpty()) {
                open.add(address.replaceFirst("(/health)/.*", "$1"));
            }
        });

        assertThat(open).containsExactlyInAnyOrder("get /health", "get /openapi", "get /openapi.yaml");
    }

    @Test
    void every_schema_of_an_object_says_what_is_always_there() {
        List<String> silent = new ArrayList<>();
        document.at("/components/schemas").properties().forEach(schema -> {
            if (schema.getValue().has("properties")
                    && schema.getValue().path("required").isEmpty()) {
                silent.add(schema.getKey());
            }
        });

        assertThat(silent).isEmpty();
        assertThat(document.at("/components/schemas").propertyNames()).doesNotContain("JsonNode");
    }

    @Test
    void every_answer_says_what_it_is_made_of() {
        operations(
                (address, operation) -> operation.path("responses").properties().forEach(response -> {
                    String place = address + " " + response.getKey();
                    JsonNode content = response.getValue().path("content");
                    assertThat(content.isEmpty())
                            .as(place)
                            .isEqualTo(response.getKey().equals("304"));
                    content.properties().forEach(type -> {
                        assertThat(type.getKey()).as(place).doesNotContain("*");
                        assertThat(type.getValue().path("schema").isEmpty())
                                .as(place)
                                .isFalse();
                    });
                    if (response.getKey().equals("503") && !address.contains("/health")) {
                        assertThat(response.getValue()
                                        .at("/headers/Retry-After/required")
                                        .asBoolean(false))
                                .as(place)
                                .isTrue();
                    }
                }));
    }

    @Test
    void what_may_be_refused_is_shown() {
        operations((address, operation) -> {
            if (address.contains("/api/")) {
                assertThat(operation.path("responses").propertyNames())
                        .as(address)
                        .contains("400", "401", "403", "503");
            }
        });
        assertThat(document.at("/paths/~1api~1cases~1{caseId}/get/responses").propertyNames())
                .contains("200", "304", "404");
    }

    @Test
    void a_fact_has_the_content_that_its_name_tells() {
        JsonNode fact = document.at("/components/schemas/FactDocument");
        assertThat(fact.at("/discriminator/propertyName").asString("")).isEqualTo("name");
        assertThat(fact.at("/discriminator/mapping").propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        EventCatalogue.all().stream().map(EventCatalogue::name).toList());
        assertThat(document.at("/components/schemas/HomeVisitRecordedFact/allOf/1/properties/content/$ref")
                        .asString(""))
                .isEqualTo("#/components/schemas/HomeVisitRecorded");
        assertThat(document.at("/components/schemas/HomeVisitRecorded/properties")
                        .propertyNames())
                .containsExactlyInAnyOrder(
                        "visitor", "seen", "childView", "risk", "nextVisitDue", "edition", "effectiveOn");
    }

    @Test
    void the_server_is_where_the_document_was_read() {
        assertThat(document.path("servers").findValuesAsString("url")).containsExactly("/");
    }

    @Test
    void no_parameter_asks_for_another_document() {
        RunningApplication application = RunningApplication.shared();

        assertThat(application
                        .send(application.request("/openapi?group=huhang"))
                        .code())
                .isEqualTo("INVALID_PARAMETER");
    }

    private static void operations(BiConsumer<String, JsonNode> each) {
        document.path("paths").properties().forEach((Map.Entry<String, JsonNode> path) -> path.getValue()
                .properties()
                .forEach(method -> each.accept(method.getKey() + " " + path.getKey(), method.getValue())));
    }
}
