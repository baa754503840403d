package org.huhang.app.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.app.imports.Imports.DRY_RUN;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much may wait to be carried over: of one account, of one county, and of everybody. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class WaitingListsTest {

    private static final String COUNTY = "330109";
    private static final String ACCOUNT = "county-officer-" + COUNTY;
    private static final long MEGABYTE = 1 << 20;

    @TempDir
    static Path data;

    private static RunningApplication application;
    private static Imports imports;
    private static Imports otherCounty;
    private static TakenElsewhere elsewhere;
    private final List<UUID> waiting = new ArrayList<>();

    @BeforeAll
    static void start() {
        application = RunningApplication.start(
                data,
                "--huhang.import.waiting-per-account=2",
                "--huhang.import.max-size=2MB",
                "--huhang.import.waiting-size=12MB");
        imports = Imports.of(COUNTY, application);
        otherCounty = Imports.of("640121", application);
        elsewhere = new TakenElsewhere(application.bean(JdbcClient.class));
    }

    @AfterAll
    static void stop() {
        if (application != null) {
            application.close();
        }
    }

    @AfterEach
    void clear() {
        waiting.forEach(elsewhere::end);
    }

    @Test
    void an_account_with_as_many_lists_as_may_wait_hands_in_no_more_and_others_do() {
        wait(ACCOUNT, COUNTY, 10);
        wait(ACCOUNT, COUNTY, 10);
        refused(imports, 429, "TOO_MANY_IMPORTS");
        assertThat(otherCounty.submit(Lists.of("甲", "640121", 1), DRY_RUN).status())
                .isEqualTo(202);
        elsewhere.end(waiting.removeFirst());
        assertThat(imports.submit(Lists.of("乙", COUNTY, 1), DRY_RUN).status()).isEqualTo(202);
    }

    /** The answer comes though not a byte of the body has been sent. */
    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "multipart/form-data; boundary=x"})
    void it_is_said_before_the_body_is_read(String type) throws IOException {
        wait(ACCOUNT, COUNTY, 10);
        wait(ACCOUNT, COUNTY, 10);
        try (Socket socket = new Socket("127.0.0.1", application.base().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("POST /api/imports HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: " + type + "\r\n"
                                    + "Authorization: Bearer " + application.token(Role.COUNTY_OFFICER, COUNTY)
                                    + "\r\nContent-Length: 1000000\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 429");
        }
    }

    @Test
    void a_county_takes_a_quarter_of_the_room_and_leaves_the_rest_to_others() {
        wait("somebody", COUNTY, 3 * MEGABYTE);
        refused(imports, 503, "NO_ROOM_FOR_IMPORTS");
        assertThat(otherCounty.submit(Lists.of("丙", "640121", 1), DRY_RUN).status())
                .isEqualTo(202);
    }

    @Test
    void all_lists_together_take_no_more_than_there_is_room() {
        for (String county : List.of("110101", "310101", "440103", "500101", "120101", "210102")) {
            wait("somebody", county, 2 * MEGABYTE);
        }
        refused(imports, 503, "NO_ROOM_FOR_IMPORTS");
    }

    /** What has come counts while more of it comes. */
    @Test
    void a_list_that_outgrows_the_room_while_it_arrives_is_refused_and_nothing_of_it_is_kept() {
        wait("somebody", COUNTY, 2 * MEGABYTE);
        byte[] large = Lists.of("丁", COUNTY, 30_000);
        assertThat(large.length).isBetween((int) MEGABYTE + 1, 2 * (int) MEGABYTE - 1);
        Answer answer = imports.submit(large, DRY_RUN);
        assertThat(answer.code()).isEqualTo("NO_ROOM_FOR_IMPORTS");
        assertThat(application
                        .bean(JdbcClient.class)
                        .sql("SELECT count(*) FROM imports.piece WHERE octet_length(bytes) = ?")
                        .param(MEGABYTE)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static void refused(Imports by, int status, String code) {
        Answer answer = by.submit(Lists.of("戊", COUNTY, 1), DRY_RUN);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.header("Retry-After")).isNotEmpty();
    }

    private void wait(String account, String county, long bytes) {
        waiting.add(elsewhere.add(account, county, bytes));
    }
}
