package org.huhang.app.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.huhang.app.testing.RunningApplication;
import org.huhang.kernel.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who sends a request byte by byte, or stops in the middle of it, keeps no place for long. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class DeadlinesTest {

    private static final Duration NEXT_BYTE = Duration.ofMillis(100);
    private static final int MOST_BYTES = 300;
    private static final int PLACES = 16;

    @TempDir
    static Path data;

    private static RunningApplication application;
    private static String officer;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(
                data,
                "--huhang.request.header-deadline=2s",
                "--huhang.request.body-deadline=1s",
                "--huhang.import.slowest=1KB",
                "--server.tomcat.max-connections=" + PLACES);
        officer = application.token(Role.COUNTY_OFFICER, "330109");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_head_that_drips_is_cut() throws IOException {
        assertThat(dripped("GET /health HTTP/1.1\r\nHost: localhost\r\nX-Slow: "))
                .startsWith("HTTP/1.1 408")
                .contains("application/problem+json", "\"code\":\"REQUEST_TOO_SLOW\"", "Connection: close");
        assertThat(dripped("GET /")).startsWith("HTTP/1.1 408");
    }

    @Test
    void a_head_that_stops_is_cut() {
        assertThat(application.raw("GET /health HTTP/1.1\r\nHost: loc"))
                .startsWith("HTTP/1.1 408")
                .contains("\"code\":\"REQUEST_TOO_SLOW\"");
    }

    @Test
    void a_body_that_drips_or_stops_is_cut() throws IOException {
        String length = command("Content-Length: 1000") + "{";
        String chunked = command("Transfer-Encoding: chunked") + "3e8\r\n{";
        assertThat(List.of(dripped(length), dripped(chunked), application.raw(length), application.raw(chunked)))
                .allSatisfy(answer -> assertThat(answer)
                        .startsWith("HTTP/1.1 408")
                        .contains("application/problem+json", "\"code\":\"REQUEST_TOO_SLOW\""));
    }

    @Test
    void a_body_nobody_asks_for_holds_no_connection() throws IOException {
        assertThat(dripped("POST /nowhere HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n"))
                .startsWith("HTTP/1.1 404")
                .contains("\"code\":\"NO_SUCH_ADDRESS\"");
    }

    @Test
    void a_long_list_may_take_longer_than_the_deadline_and_a_dripping_one_may_not() throws Exception {
        String heading = "姓名,性别,出生日期,户籍地代码,居住地代码,来居住地日期\n";
        try (Socket socket = application.connect()) {
            socket.getOutputStream()
                    .write(list(9 + 6 * 2048 + heading.getBytes(UTF_8).length).getBytes(UTF_8));
            socket.getOutputStream().write(heading.getBytes(UTF_8));
            for (int piece = 0; piece < 6; piece++) {
                LockSupport.parkNanos(Duration.ofMillis(400).toNanos());
                socket.getOutputStream().write(("x".repeat(2047) + "\n").getBytes(UTF_8));
            }
            socket.getOutputStream().write("x,y,z,a,b".getBytes(UTF_8));
            assertThat(answer(socket)).startsWith("HTTP/1.1 202");
        }
        assertThat(dripped(list(100_000) + heading)).startsWith("HTTP/1.1 408").contains("REQUEST_TOO_SLOW");
        assertThat(application
                        .bean(JdbcClient.class)
                        .sql("SELECT count(*) FROM imports.job WHERE state = 'RECEIVING'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void an_idle_connection_is_kept_until_places_run_short() throws IOException {
        List<Socket> idle = new ArrayList<>();
        try {
            idle.add(asked());
            LockSupport.parkNanos(Duration.ofMillis(3500).toNanos());
            ask(idle.getFirst());
            while (idle.size() < PLACES - 2) {
                idle.add(asked());
            }
            assertThat(idle.getLast().getInputStream().read()).isEqualTo(-1);
            ask(idle.getFirst());
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    private static Socket asked() throws IOException {
        Socket socket = application.connect();
        ask(socket);
        return socket;
    }

    private static void ask(Socket socket) throws IOException {
        socket.getOutputStream().write("HEAD /health HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(UTF_8));
        StringBuilder head = new StringBuilder();
        InputStream in = socket.getInputStream();
        for (int next = in.read(); next >= 0 && !head.toString().endsWith("\r\n\r"); next = in.read()) {
            head.append((char) next);
        }
        assertThat(head).startsWith("HTTP/1.1 200");
    }

    private static String command(String length) {
        return "POST /api/cases HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + officer
                + "\r\nContent-Type: application/json\r\n" + length + "\r\n\r\n";
    }

    private static String list(int length) {
        return "POST /api/imports?dry-run=true HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + officer
                + "\r\nContent-Type: text/csv\r\nConnection: close\r\nContent-Length: " + length + "\r\n\r\n";
    }

    /** What is answered to a request of which, after its beginning, a byte comes now and then, and no end. */
    private static String dripped(String beginning) throws IOException {
        try (Socket socket = application.connect()) {
            socket.getOutputStream().write(beginning.getBytes(UTF_8));
            socket.getOutputStream().flush();
            int sent = 0;
            while (socket.getInputStream().available() == 0) {
                assertThat(sent++).as("bytes that came in time").isLessThan(MOST_BYTES);
                LockSupport.parkNanos(NEXT_BYTE.toNanos());
                drip(socket);
            }
            String answer = answer(socket);
            assertThat(answer).as("until the connection was closed").isNotEmpty();
            return answer;
        }
    }

    private static void drip(Socket socket) throws IOException {
        try {
            socket.getOutputStream().write('x');
            socket.getOutputStream().flush();
        } catch (SocketException closed) {
            assertThat(socket.getInputStream().available())
                    .as("an answer before the end")
                    .isPositive();
        }
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
}
