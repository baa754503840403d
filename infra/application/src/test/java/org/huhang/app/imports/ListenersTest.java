package org.huhang.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may follow an import as it goes on, and who has to wait for a place. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ListenersTest {

    private static final RunningApplication APPLICATION = RunningApplication.shared();
    private static final int MOST_OF_ACCOUNT = 10;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final TakenElsewhere elsewhere = new TakenElsewhere(APPLICATION.bean(JdbcClient.class));
    private final List<Stream> open = new ArrayList<>();
    private UUID job;
    private String token;

    @AfterEach
    void leave() {
        open.forEach(Stream::close);
        elsewhere.end(job);
    }

    @Test
    void an_account_has_ten_places_and_gets_one_back_when_it_goes() {
        importIn("411425");
        for (int listener = 0; listener < MOST_OF_ACCOUNT; listener++) {
            assertThat(listen().status()).isEqualTo(200);
        }
        Answer refused = refused("en");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("TOO_MANY_LISTENERS");
        assertThat(refused.header("Retry-After")).isNotEmpty();
        assertThat(refused.json().path("detail").asString()).contains("10");
        assertThat(refused("zh-CN").json().path("detail").asString())
                .contains("10")
                .contains("上限");

        open.removeFirst().close();

        Instant latest = Instant.now().plus(LONGEST_WAIT);
        int status = 429;
        while (status != 200) {
            assertThat(Instant.now()).isBefore(latest);
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            status = listen().status();
        }
    }

    @Test
    void who_begins_to_listen_is_told_at_once_and_then_of_what_changes() {
        importIn("420982");
        Stream one = listen();
        assertThat(one.nextProgress()).contains("\"rows\":0");
        elsewhere.cameOn(job, 7);
        assertThat(one.nextProgress()).contains("\"rows\":7");
        Stream another = listen();
        assertThat(another.nextProgress()).contains("\"rows\":7");
        elsewhere.end(job);
        assertThat(one.nextProgress()).as("a job that is no more").isEmpty();
    }

    private void importIn(String county) {
        job = elsewhere.add("somebody", county, 0);
        token = APPLICATION.token(Role.COUNTY_OFFICER, county);
    }

    private Stream listen() {
        Stream stream = new Stream(APPLICATION, "/api/imports/" + job + "/events", token);
        open.add(stream);
        return stream;
    }

    private Answer refused(String language) {
        return APPLICATION.send(APPLICATION
                .request("/api/imports/" + job + "/events", token)
                .header("Accept-Language", language)
                .GET());
    }

    /** A connection of its own, so that it can be cut as a browser's is when its page is closed. */
    private static final class Stream implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader lines;
        private final int status;

        Stream(RunningApplication application, String path, String token) {
            try {
                socket = new Socket("127.0.0.1", application.base().getPort());
                socket.setSoTimeout((int) LONGEST_WAIT.toMillis());
                socket.getOutputStream()
                        .write(("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n"
                                        + "Authorization: Bearer " + token + "\r\nConnection: close\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                status = Integer.parseInt(lines.readLine().split(" ")[1]);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        int status() {
            return status;
        }

        /** Blank at the end of the stream. */
        String nextProgress() {
            try {
                String line = lines.readLine();
                while (line != null && !line.startsWith("data:")) {
                    line = lines.readLine();
                }
                return line == null ? "" : line;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
