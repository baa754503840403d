package org.huhang.app.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ContractTest {

    private static final String DOCUMENT = """
            {"paths": {"/children/{id}": {"get": {"responses": {
               "200": {"headers": {"ETag": {"required": true}},
                       "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Child"}}}},
               "304": {"headers": {"ETag": {"required": true}}},
               "default": {"content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}}}},
             "/children/all": {"get": {"responses": {"200": {"content": {"text/event-stream": {"schema":
                {"type": "string", "x-event-data": {"$ref": "#/components/schemas/Child"}}}}}}}}},
             "components": {"schemas": {
               "Named": {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]},
               "Child": {"allOf": [{"$ref": "#/components/schemas/Named"},
                 {"type": "object", "properties": {"born": {"type": ["string", "null"], "format": "date"},
                                                   "home": {"anyOf": [{"$ref": "#/components/schemas/Named"}, {"type": "null"}]}},
                  "required": ["born"]}]},
               "Problem": {"type": "object", "properties": {"code": {"type": "string"}}, "required": ["code"]}}}}
            """;

    private static final Contract CONTRACT = new Contract(new JsonMapper().readTree(DOCUMENT));

    private static final String CHILD = "{\"name\": \"小花\", \"born\": \"2020-02-29\"}";
    private static final String PROBLEM = "{\"code\": \"NO\"}";

    @Test
    void an_answer_as_documented_has_no_fault() {
        assertThat(faults("/children/7", 200, "application/json", CHILD)).isEmpty();
        assertThat(faults(
                        "/children/7",
                        200,
                        "application/json;charset=UTF-8",
                        "{\"name\":\"a\",\"born\":null,\"home\":{\"name\":\"b\"}}"))
                .isEmpty();
        assertThat(faults("/children/7", 404, "application/problem+json", PROBLEM))
                .isEmpty();
        assertThat(faults("/nowhere", 404, "application/problem+json", PROBLEM)).isEmpty();
        assertThat(faults("/children/7", 304, "", "")).isEmpty();
        assertThat(faults("/children/all", 200, "text/event-stream", "event:a\ndata:" + CHILD + "\n\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | application/json | {'name': '小花'}                                        | born",
                "200 | application/json | {'name': '小花', 'born': '29 February'}                 | date",
                "200 | application/json | {'name': 7, 'born': null}                              | string",
                "200 | application/json | {'name': 'a', 'born': null, 'age': 5}                  | age",
                "200 | application/json | {'name': 'a', 'born': null, 'home': {'name': 'b', 'x': 1}} | x",
                "200 | application/json | {'name':                                               | no JSON",
                "200 | text/html        | <p>                                                    | content type text/html",
                "201 | application/json | {'name': 'a', 'born': null}                            | status 201",
                "304 | application/json | {'name': 'a', 'born': null}                            | none is documented",
                "500 | application/problem+json | {'detail': 'NO'}                               | code",
                "500 | text/plain       | NO                                                     | content type text/plain"
            })
    void what_is_not_documented_is_found(int status, String type, String body, String expected) {
        assertThat(faults("/children/7", status, type, body.replace('\'', '"')))
                .anySatisfy(fault -> assertThat(fault).contains(expected));
    }

    @Test
    void an_answer_at_no_address_is_a_problem_or_a_fault() {
        assertThat(faults("/nowhere", 200, "application/json", CHILD)).hasSize(1);
        assertThat(faults("/nowhere", 404, "application/json", PROBLEM)).hasSize(1);
        assertThat(faults("/nowhere", 404, "application/problem+json", "{\"code\": 4}"))
                .isNotEmpty();
    }

    @Test
    void headers_missing_and_headers_undocumented_are_found() {
        Exchange untagged = new Exchange(
                "GET", "/children/7", 200, name -> find(Map.of("content-type", "application/json"), name), CHILD);
        Exchange moved = new Exchange(
                "GET",
                "/children/7",
                200,
                name -> find(Map.of("content-type", "application/json", "etag", "\"1\"", "location", "/x"), name),
                CHILD);

        assertThat(CONTRACT.faults(untagged)).containsExactly("header ETag is missing");
        assertThat(CONTRACT.faults(moved)).containsExactly("header location is not documented");
    }

    @Test
    void what_an_event_carries_is_looked_at() {
        assertThat(faults("/children/all", 200, "text/event-stream", "data:{\"name\":\"a\"}\n\n"))
                .isNotEmpty();
    }

    private static List<String> faults(String path, int status, String type, String body) {
        return CONTRACT.faults(new Exchange(
                "GET",
                path,
                status,
                name -> find(
                        path.endsWith("all") || status >= 400
                                ? Map.of("content-type", type)
                                : Map.of("content-type", type, "etag", "\"1\""),
                        name),
                body));
    }

    private static Optional<String> find(Map<String, String> headers, String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}
