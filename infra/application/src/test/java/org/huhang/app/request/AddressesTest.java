package org.huhang.app.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is at an address of the API, by each method: what the documents say of it, and nothing where they say nothing. */
class AddressesTest {

    private static final RunningApplication APPLICATION = RunningApplication.shared();
    private static final String CASE = "0b1f8b1e-5d0c-4a6e-9f5b-1f3c5d7e9a0b";
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    /** Methods by documented address; whatever is read by GET may be asked for by HEAD. */
    private static final Map<String, Set<String>> DOCUMENTED = new TreeMap<>();

    private static String token;

    @BeforeAll
    static void readTheDocuments() {
        token = APPLICATION.token(Role.OPERATOR, "000000");
        JsonNode paths =
                APPLICATION.send(APPLICATION.request("/openapi").GET()).json().get("paths");
        paths.propertyNames().forEach(path -> {
            Set<String> methods = DOCUMENTED.computeIfAbsent(path, _ -> new TreeSet<>());
            paths.get(path).propertyNames().forEach(method -> methods.add(method.toUpperCase(Locale.ROOT)));
            if (methods.contains("GET")) {
                methods.add("HEAD");
            }
        });
    }

    @Test
    void a_known_address_names_its_methods_to_every_other() {
        assertThat(DOCUMENTED).hasSizeGreaterThan(40);
        DOCUMENTED.forEach((path, allowed) -> METHODS.stream()
                .filter(method -> !allowed.contains(method))
                .forEach(method -> {
                    Answer answer = ask(method, filled(path));
                    assertThat(answer.status()).as("%s %s", method, path).isEqualTo(405);
                    assertThat(answer.header("Allow").split(", "))
                            .as("%s %s", method, path)
                            .containsExactlyElementsOf(allowed);
                }));
    }

    @Test
    void below_an_address_there_is_what_the_documents_say_and_nothing_else_by_any_method() {
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (String path : DOCUMENTED.keySet()) {
            for (String more : List.of("/no-such", "/no-such/screen", "/a/b/c", "/")) {
                String address = filled(path) + more;
                if (DOCUMENTED.keySet().stream().anyMatch(known -> matches(known, address))) {
                    continue;
                }
                for (String method : METHODS) {
                    Answer answer = ask(method, address);
                    tried++;
                    if (answer.status() != 404 || !(method.equals("HEAD") || isNowhere(answer, method))) {
                        wrong.add(method + " " + address + " is answered " + answer.status() + " " + answer.body());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(500);
    }

    @Test
    void a_misspelt_command_is_told_the_names_there_are() {
        Answer answer = ask("POST", "/api/cases/" + CASE + "/sceen");

        assertThat(answer.code()).isEqualTo("COMMAND_UNKNOWN");
        assertThat(answer.json().get("known").stringValue()).contains("screen, ");
    }

    private static boolean isNowhere(Answer answer, String method) {
        return answer.code().equals("NO_SUCH_ADDRESS")
                || method.equals("POST") && answer.code().equals("COMMAND_UNKNOWN");
    }

    private static Answer ask(String method, String address) {
        return APPLICATION.send(APPLICATION
                .request(address, token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        method.startsWith("P")
                                ? HttpRequest.BodyPublishers.ofString("{}")
                                : HttpRequest.BodyPublishers.noBody()));
    }

    private static String filled(String path) {
        return path.replaceAll("\\{[A-Za-z]+}", CASE);
    }

    private static boolean matches(String pattern, String address) {
        String[] steps = pattern.split("/", -1);
        String[] given = address.split("/", -1);
        return steps.length == given.length
                && IntStream.range(0, steps.length)
                        .allMatch(at -> steps[at].startsWith("{") ? !given[at].isEmpty() : steps[at].equals(given[at]));
    }
}
