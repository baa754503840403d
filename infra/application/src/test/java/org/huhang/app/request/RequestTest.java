package org.huhang.app.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RequestTest {

    private static final RunningApplication APPLICATION = RunningApplication.shared();
    private static final String OFFICER = APPLICATION.token(Role.COUNTY_OFFICER, "330109");
    private static final String OWN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String CHILD = """
            {"identity": {"name": "林小满%d", "sex": "FEMALE", "birthDate": "2015-05-20"},
             "hukouDivision": "340122100", "householdType": "RURAL", "residenceDivision": "330109001",
             "residenceSince": "2025-01-10", "agency": "EDUCATION", "on": "2026-03-01"}""";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final byte[] ABOVE_THE_LIMIT =
            "[%s]".formatted(" ".repeat(1 << 20)).getBytes(StandardCharsets.UTF_8);
    private static final byte[] AT_THE_LIMIT =
            "[%s]".formatted(" ".repeat((1 << 20) - 2)).getBytes(StandardCharsets.UTF_8);

    @Test
    void a_body_over_the_limit_is_refused() {
        Answer answer = APPLICATION.send(APPLICATION
                .request("/api/cases", OFFICER)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(ABOVE_THE_LIMIT)));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("BODY_TOO_LARGE");
    }

    @Test
    void a_body_over_the_limit_is_refused_also_when_it_does_not_say_its_size() {
        assertThat(chunked(ABOVE_THE_LIMIT).code()).isEqualTo("BODY_TOO_LARGE");
        assertThat(chunked(AT_THE_LIMIT).code()).isNotEqualTo("BODY_TOO_LARGE");
        assertThat(chunked(AT_THE_LIMIT).status()).isEqualTo(400);
    }

    private static Answer chunked(byte[] body) {
        return APPLICATION.send(APPLICATION
                .request("/api/cases", OFFICER)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
    }

    /** Where Spring writes it as it is made, it is chunked. */
    @Test
    void a_command_s_answer_says_how_long_it_is() {
        Answer answer = APPLICATION.post("/api/cases", OFFICER, CHILD.formatted(COUNT.incrementAndGet()));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Content-Length"))
                .isEqualTo(Integer.toString(answer.body().getBytes(StandardCharsets.UTF_8).length));
    }

    @Test
    void a_request_is_named_by_the_server_whatever_its_caller_calls_it() {
        Answer answer = named("county-7:42");
        assertThat(answer.header("X-Request-Id")).matches(OWN);
        assertThat(answer.json().path("requestId").asString()).isEqualTo(answer.header("X-Request-Id"));
        assertThat(named("county-7:42").header("X-Request-Id")).isNotEqualTo(answer.header("X-Request-Id"));
        assertThat(named("<b>").header("X-Request-Id")).matches(OWN);
    }

    @Test
    void the_audit_knows_a_fact_by_the_server_s_name_of_its_request_and_keeps_the_caller_s_beside_it() {
        String theirs = "county-7:" + UUID.randomUUID();
        Answer named = registered(theirs);
        Answer again = registered(theirs);
        Answer strange = registered("x".repeat(65));

        JsonNode entry = audit(named);
        assertThat(entry.path("clientRequestId").asString()).isEqualTo(theirs);
        assertThat(entry.path("requestId").asString()).matches(OWN).isEqualTo(named.header("X-Request-Id"));
        assertThat(audit(again).path("requestId").asString()).isEqualTo(again.header("X-Request-Id"));
        assertThat(audit(strange).path("clientRequestId").isNull()).isTrue();
        assertThat(audited("clientRequestId=" + theirs, strange).size()).isEqualTo(2);
    }

    private static Answer registered(String requestId) {
        Answer answer = APPLICATION.send(APPLICATION
                .request("/api/cases", OFFICER)
                .header("Content-Type", "application/json")
                .header("X-Request-Id", requestId)
                .POST(BodyPublishers.ofString(CHILD.formatted(COUNT.incrementAndGet()))));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private static JsonNode audit(Answer recorded) {
        return audited("requestId=" + recorded.header("X-Request-Id"), recorded).get(0);
    }

    private static JsonNode audited(String filter, Answer recorded) {
        String inspector = APPLICATION.token(Role.INSPECTOR, "000000");
        String position = recorded.header("Huhang-Position");
        return APPLICATION
                .get("/api/audit?" + filter + "&min-position=" + position, inspector)
                .json()
                .path("items");
    }

    private static Answer named(String requestId) {
        return APPLICATION.send(APPLICATION.request("/api/cases").header("X-Request-Id", requestId));
    }

    /** Written by hand, because no client sends these. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/ledger?limit=%zz HTTP/1.1",
                "GET /api/ledger?limit=%ff%fe HTTP/1.1",
                "GET /api//ledger HTTP/1.1",
                "GET /api/%2e%2e/ledger HTTP/1.1",
                "GET /api/cases/%00 HTTP/1.1",
                "GET /api/cases;a=b HTTP/1.1",
                "GET /api/cases/%zz HTTP/1.1",
                "TRACE /api/cases HTTP/1.1",
                "BREW /api/cases HTTP/1.1",
                "GET /api/cases HTTP/9.9",
                "GET"
            })
    void no_address_however_strange_brings_the_application_down(String line) throws IOException {
        assertThat(status(line, "")).isBetween(400, 499);
    }

    @Test
    void headers_without_end_are_refused() throws IOException {
        assertThat(status("GET /api/cases HTTP/1.1", "X-Long: " + "x".repeat(100_000) + "\r\n"))
                .isBetween(400, 499);
    }

    private static int status(String line, String headers) throws IOException {
        try (Socket socket =
                new Socket(APPLICATION.base().getHost(), APPLICATION.base().getPort())) {
            socket.setSoTimeout(30_000);
            String request = line + "\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + OFFICER + "\r\n" + headers
                    + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            InputStream answer = socket.getInputStream();
            String head = new String(answer.readNBytes(12), StandardCharsets.ISO_8859_1);
            assertThat(head).startsWith("HTTP/1.1 ");
            return Integer.parseInt(head.substring(9));
        }
    }
}
