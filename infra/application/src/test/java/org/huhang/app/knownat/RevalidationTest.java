package org.huhang.app.knownat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.policy.Policies;
import org.huhang.kernel.time.Shanghai;
import org.huhang.query.api.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who has an answer already is told so, and never of an answer that would be another one now. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RevalidationTest {

    private static final int ROUNDS = 3;
    private static final LocalDate TODAY = Shanghai.dayOf(Instant.now());
    private static final RunningApplication APPLICATION = RunningApplication.shared();
    private static final String OFFICER = APPLICATION.token(Role.COUNTY_OFFICER, Officer.HERE);

    private static String busy;
    private static String moving;

    @BeforeAll
    static void a_case_to_visit() {
        Officer officer = new Officer(APPLICATION, Officer.HERE, TODAY);
        busy = officer.listed();
        moving = officer.listed();
    }

    private static List<String> addresses() {
        String month = YearMonth.from(TODAY).toString();
        return List.of(
                "/api/statistics/counts?level=township&by=status,ground,sex&month=" + month,
                "/api/statistics/matrix?measure=on-file&month=" + month,
                "/api/statistics/evidence?limit=200&measure=hardship&month=" + month,
                "/api/ledger?limit=200",
                "/api/worklist?limit=200",
                "/api/audit?limit=200",
                "/api/cases/" + busy + "/history?limit=200",
                "/api/cases/" + busy + "/replay?effectiveAt=" + TODAY);
    }

    private static Answer ask(String address, long position, String tag) {
        HttpRequest.Builder request = APPLICATION.request(address + "&min-position=" + position, OFFICER);
        return APPLICATION.send(tag == null ? request : request.header("If-None-Match", tag));
    }

    private static long head() {
        return APPLICATION.bean(EventLog.class).head();
    }

    @Test
    void an_answer_that_would_be_the_same_is_not_sent_again_however_it_was_packed() {
        for (String address : addresses()) {
            Answer first = ask(address, head(), null);
            assertThat(first.status()).as(address + first.body()).isEqualTo(200);
            String tag = first.header("ETag");
            String position = first.json().get("position").toString();
            assertThat(tag).startsWith("W/\"" + position + "-");
            for (String has : List.of(
                    tag,
                    tag.substring(2),
                    tag.replaceFirst("\"$", "-gzip\""),
                    tag.replaceFirst("\"$", "--br\""),
                    "\"another\", " + tag,
                    "*")) {
                Answer again = ask(address, head(), has);
                assertThat(again.status()).as(address + " " + has).isEqualTo(304);
                assertThat(again.body()).isEmpty();
                assertThat(again.header("ETag")).isEqualTo(tag);
                assertThat(again.header("Huhang-Position")).isEqualTo(position);
                for (Answer told : List.of(first, again)) {
                    assertThat(told.header("Huhang-Tables"))
                            .isEqualTo(Page.tables(
                                    APPLICATION.bean(Divisions.class),
                                    APPLICATION.bean(Policies.class).now().workingDays()));
                    assertThat(told.header("Cache-Control")).isEqualTo("private, no-cache");
                    assertThat(told.header("Vary")).containsIgnoringCase("Accept-Encoding");
                }
            }
            assertThat(ask(address, head(), tag.replace("W/\"", "W/\"1")).status())
                    .as(address)
                    .isEqualTo(200);
        }
    }

    @Test
    void the_same_question_from_another_reach_has_an_answer_of_its_own() {
        String tag = ask("/api/ledger?limit=200", head(), null).header("ETag");

        Answer other = APPLICATION.send(APPLICATION
                .request(
                        "/api/ledger?limit=200&min-position=" + head(),
                        APPLICATION.token(Role.COUNTY_OFFICER, "330106"))
                .header("If-None-Match", tag));

        assertThat(other.status()).isEqualTo(200);
        assertThat(other.json().get("items")).isEmpty();
    }

    @Test
    void a_tag_is_never_good_for_an_answer_that_a_writer_has_changed() throws Exception {
        Map<String, Answer> last = new HashMap<>();
        addresses().forEach(address -> last.put(address, ask(address, head(), null)));
        Officer officer = new Officer(APPLICATION, Officer.HERE, TODAY);
        try (Writers writers = Writers.at(List.of(APPLICATION), busy, moving, TODAY)) {
            for (int round = 0; round < ROUNDS; round++) {
                for (String address : addresses()) {
                    long recorded = officer.command(busy, "record-visit", officer.visit(TODAY));
                    Answer now = ask(address, recorded, last.get(address).header("ETag"));
                    assertThat(now.status()).as(address).isEqualTo(200);
                    assertThat(now.json().get("position").asLong()).isGreaterThanOrEqualTo(recorded);
                    last.put(address, now);
                }
            }
        }
        for (String address : addresses()) {
            Answer now = ask(address, head(), null);
            Answer before = last.get(address);
            assertThat(ask(address, head(), before.header("ETag")).status())
                    .as(address)
                    .isEqualTo(now.body().equals(before.body()) ? 304 : 200);
            assertThat(ask(address, head(), now.header("ETag")).status())
                    .as(address)
                    .isEqualTo(304);
        }
    }

    @Test
    void a_tagged_answer_is_compressed_all_the_same() throws Exception {
        String address = "/api/audit?limit=200&min-position=" + head();
        Answer plain = APPLICATION.get(address, OFFICER);
        HttpRequest request = APPLICATION
                .request(address, OFFICER)
                .header("Accept-Encoding", "gzip")
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> packed = http.send(request, BodyHandlers.ofByteArray());

            assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
            assertThat(new String(
                            new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes(),
                            StandardCharsets.UTF_8))
                    .isEqualTo(plain.body());
            assertThat(ask(
                                    "/api/audit?limit=200",
                                    head(),
                                    packed.headers().firstValue("ETag").orElseThrow())
                            .status())
                    .isEqualTo(304);
        }
    }
}
