package org.huhang.app.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {

    private static final RunningApplication APPLICATION = RunningApplication.shared();
    private static final String OFFICER = APPLICATION.token(Role.COUNTY_OFFICER, "330109");
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
        Answer answer = APPLICATION.post("/api/cases", OFFICER, """
                {"identity": {"name": "林小满", "sex": "FEMALE", "birthDate": "2015-05-20"},
                 "hukouDivision": "340122100", "householdType": "RURAL", "residenceDivision": "330109001",
                 "residenceSince": "2025-01-10", "agency": "EDUCATION", "on": "2026-03-01"}""");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Content-Length"))
                .isEqualTo(Integer.toString(answer.body().getBytes(StandardCharsets.UTF_8).length));
    }

    @Test
    void a_request_keeps_its_name_and_is_given_one_instead_of_a_strange_one() {
        assertThat(named("county-7:42").header("X-Request-Id")).isEqualTo("county-7:42");
        assertThat(named("county-7:42").json().path("requestId").asString()).isEqualTo("county-7:42");
        assertThat(named("<b>").header("X-Request-Id")).matches("[0-9a-f-]{36}");
        assertThat(named("x".repeat(65)).header("X-Request-Id")).matches("[0-9a-f-]{36}");
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
