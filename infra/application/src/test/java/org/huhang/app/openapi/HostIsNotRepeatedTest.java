package org.huhang.app.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.huhang.app.testing.RunningApplication;
import org.huhang.kernel.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request says of itself to which host it went; an answer believes none of it. */
class HostIsNotRepeatedTest {

    private static final RunningApplication APPLICATION = RunningApplication.shared();
    private static final String NAMES = "Host: stranger.example\r\nX-Forwarded-Host: stranger.example\r\n"
            + "X-Forwarded-Proto: https\r\nX-Forwarded-Prefix: /stranger.example\r\n"
            + "Forwarded: host=stranger.example;proto=https\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/openapi",
                "/openapi.yaml",
                "/openapi/swagger-config",
                "/docs",
                "/docs/",
                "/docs/index.html",
                "/docs/swagger-initializer.js",
                "/health",
                "/",
                "/nowhere",
                "/api/ledger"
            })
    void an_answer_to_a_stranger_does_not_name_the_host_asked_for(String path) throws IOException {
        assertThat(answer("GET " + path + " HTTP/1.1\r\n" + NAMES + "Connection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 ")
                .doesNotContain("stranger.example")
                .doesNotContainPattern("(?i)location: https?:");
    }

    @Test
    void the_address_of_something_new_is_given_without_a_host() throws IOException {
        String child = """
                {"identity": {"name": "Wang", "sex": "MALE", "birthDate": "2020-02-29"}, "agency": "EDUCATION",
                 "hukouDivision": "330109", "residenceDivision": "330109", "residenceSince": "2024-01-01",
                 "on": "2025-01-01"}""";
        String opened = answer("POST /api/cases HTTP/1.1\r\n" + NAMES + "Connection: close\r\n"
                + "Authorization: Bearer " + APPLICATION.token(Role.COUNTY_OFFICER, "330109")
                + "\r\nContent-Type: application/json\r\nContent-Length: " + child.length() + "\r\n\r\n" + child);

        assertThat(opened)
                .startsWith("HTTP/1.1 201")
                .contains("Location: /api/cases/")
                .doesNotContain("stranger.example");
    }

    @Test
    void the_page_for_people_is_found_from_its_short_address() {
        var page = APPLICATION.send(APPLICATION.request("/docs").GET());

        assertThat(page.status()).isEqualTo(302);
        assertThat(page.header("Location")).isEqualTo("/docs/index.html");
        assertThat(APPLICATION.send(APPLICATION.request("/docs/index.html")).body())
                .contains("swagger-ui");
        assertThat(APPLICATION
                        .send(APPLICATION.request("/docs/swagger-initializer.js"))
                        .body())
                .contains("../openapi")
                .doesNotContain("petstore");
    }

    private static String answer(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", APPLICATION.base().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
