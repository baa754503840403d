package org.huhang.app.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.access.Role;
import org.junit.jupiter.api.Test;

/** Long answers come compressed to who takes them so, and are the same for it. */
class CompressionTest {

    private static final RunningApplication APPLICATION = RunningApplication.shared();
    private static final String OFFICER = APPLICATION.token(Role.COUNTY_OFFICER, "330109");
    private static final String OPERATOR = APPLICATION.token(Role.OPERATOR, "000000");

    @Test
    void json_and_tables_of_figures() throws Exception {
        requireCompressed(APPLICATION.request("/openapi"), "application/json");
        assertThat(compressed(APPLICATION.request("/metrics", OPERATOR))
                        .headers()
                        .firstValue("Content-Encoding"))
                .hasValue("gzip");
    }

    @Test
    void a_refusal_of_many_faults() throws Exception {
        String body = IntStream.range(0, 60)
                .mapToObj("\"unknown-%d\": 1"::formatted)
                .collect(Collectors.joining(", ", "{", "}"));
        requireCompressed(
                APPLICATION
                        .request("/api/cases", OFFICER)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)),
                "application/problem+json");
    }

    @Test
    void a_case_keeps_its_tag_its_length_and_its_304() throws Exception {
        Answer opened = APPLICATION.post("/api/cases", OFFICER, """
                {"identity": {"name": "林小满", "sex": "FEMALE", "birthDate": "2015-05-20"},
                 "hukouDivision": "340122100", "householdType": "RURAL", "residenceDivision": "330109001",
                 "residenceSince": "2025-01-10", "agency": "EDUCATION", "on": "2026-03-01"}""");
        String path = "/api/cases/" + opened.json().path("caseId").asString();

        HttpResponse<byte[]> whole = compressed(APPLICATION.request(path, OFFICER));
        assertThat(whole.statusCode()).isEqualTo(200);
        String tag = whole.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).startsWith("\"0.");
        assertThat(whole.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(whole.headers().firstValueAsLong("Content-Length")).hasValue(whole.body().length);

        HttpResponse<byte[]> unchanged =
                compressed(APPLICATION.request(path, OFFICER).header("If-None-Match", tag));
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
    }

    @Test
    void a_question_for_the_head_alone_has_no_body() throws Exception {
        HttpResponse<byte[]> head = compressed(APPLICATION.request("/openapi").method("HEAD", BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void a_stream_of_events_is_left_as_it_is() throws Exception {
        Answer accepted = APPLICATION.send(APPLICATION
                .request("/api/imports", OFFICER)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString("""
                        姓名,性别,出生日期,户籍地代码,居住地代码,来居住地日期
                        欧阳压缩,女,2015-05-20,340122100,330109001,2020-01-10
                        """)));
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);

        HttpResponse<byte[]> events = compressed(APPLICATION.request(accepted.header("Location") + "/events", OFFICER));

        assertThat(events.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        assertThat(events.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(new String(events.body(), StandardCharsets.UTF_8)).contains("data:");
    }

    @Test
    void a_short_answer_is_left_as_it_is() throws Exception {
        HttpResponse<byte[]> health = compressed(APPLICATION.request("/health"));

        assertThat(health.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(health.statusCode()).isEqualTo(200);
    }

    private static void requireCompressed(HttpRequest.Builder request, String type)
            throws IOException, InterruptedException {
        HttpRequest plainly = request.build();
        HttpResponse<byte[]> plain = send(plainly);
        HttpResponse<byte[]> compressed = compressed(HttpRequest.newBuilder(plainly, (_, _) -> true));

        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(compressed.statusCode()).isEqualTo(plain.statusCode());
        assertThat(compressed.headers().firstValue("Content-Type").orElseThrow())
                .startsWith(type);
        assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(compressed.headers().allValues("Vary")).anyMatch(names -> Arrays.stream(names.split(","))
                .anyMatch(name -> name.strip().equalsIgnoreCase("Accept-Encoding")));
        assertThat(compressed.body().length).isLessThan(plain.body().length / 2);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed.body())).readAllBytes())
                .hasSameSizeAs(plain.body());
    }

    private static HttpResponse<byte[]> compressed(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return send(request.header("Accept-Encoding", "gzip").build());
    }

    private static HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofByteArray());
        }
    }
}
