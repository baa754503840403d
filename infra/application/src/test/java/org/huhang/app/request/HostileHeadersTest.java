package org.huhang.app.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huhang.app.testing.RunningApplication;
import org.huhang.kernel.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/**
 * Whatever stands in a header, the answer is a problem, or what it would be without that header; and no line of the log
 * repeats it.
 */
class HostileHeadersTest {

    private static final RunningApplication APPLICATION = RunningApplication.shared();
    private static final String OFFICER = APPLICATION.token(Role.COUNTY_OFFICER, "330109");
    private static final String NUMBER = "330109201605041234";

    /** As a client sends it that writes UTF-8 into a header. */
    private static final String CHINESE = new String(("张小花" + NUMBER).getBytes(UTF_8), ISO_8859_1);

    private static final List<String> VALUES = List.of(
            CHINESE,
            NUMBER + "\u0001",
            NUMBER + "\u007f",
            NUMBER + "\u0085\u009f",
            NUMBER + "\r\n folded",
            NUMBER + "\u0000",
            NUMBER + "\"",
            NUMBER + ";;;=,;q=x",
            "text/" + NUMBER + ";charset=" + NUMBER,
            "%zz" + NUMBER,
            NUMBER.repeat(300),
            "\u00e9\u00ff",
            "*/*",
            "-1",
            "");

    private static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Charset",
            "Accept-Encoding",
            "Accept-Language",
            "Access-Control-Request-Method",
            "Authorization",
            "Content-Encoding",
            "Content-Length",
            "Content-Type",
            "Cookie",
            "Expect",
            "Forwarded",
            "Host",
            "Idempotency-Key",
            "If-Match",
            "If-Modified-Since",
            "If-None-Match",
            "If-Range",
            "If-Unmodified-Since",
            "Last-Event-ID",
            "Origin",
            "Range",
            "Transfer-Encoding",
            "Upgrade",
            "X-Forwarded-Host",
            "X-HTTP-Method-Override",
            "X-Request-Id");

    private static final Pattern STATUS = Pattern.compile("HTTP/1.1 (\\d{3})");

    private static final LogEar LOG = new LogEar();

    @BeforeAll
    static void listen() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        LOG.setContext(root.getLoggerContext());
        LOG.start();
        root.addAppender(LOG);
    }

    @AfterAll
    static void no_line_of_the_log_repeats_what_was_sent() {
        LoggerFactory.getLogger(HostileHeadersTest.class).warn("This line holds {}", NUMBER);
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(LOG);
        assertThat(LOG.careless).hasSize(1).first().asString().contains("This line holds");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/ledger",
                "GET /health",
                "GET /docs/index.html",
                "POST /api/imports",
                "POST /api/cases/0b1f8b1e-5d0c-4a6e-9f5b-1f3c5d7e9a0b/record-visit"
            })
    void is_answered_or_refused_like_any_other(String address) {
        List<String> wrong = new ArrayList<>();
        for (String header : HEADERS) {
            for (String value : VALUES) {
                String answer = answer(address, Map.of(header, value));
                if (!isSound(answer)) {
                    wrong.add(header + ": " + value + " -> " + answer.lines().findFirst());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Idempotency-Key, POST /api/cases/0b1f8b1e-5d0c-4a6e-9f5b-1f3c5d7e9a0b/record-visit, 400, IDEMPOTENCY_KEY_MALFORMED",
        "If-Match,        POST /api/cases/0b1f8b1e-5d0c-4a6e-9f5b-1f3c5d7e9a0b/record-visit, 400, IF_MATCH_MALFORMED",
        "Content-Type,    POST /api/cases, 415, UNSUPPORTED_MEDIA_TYPE",
        "Accept,          GET /api/ledger, 406, NOT_ACCEPTABLE",
        "Authorization,   GET /api/ledger, 401, UNAUTHENTICATED",
        "Expect,          GET /api/ledger, 400, MALFORMED_REQUEST",
        "Host,            GET /api/ledger, 400, MALFORMED_REQUEST"
    })
    void chinese_text_is_refused_by_whoever_reads_the_header(String header, String address, int status, String code) {
        assertThat(answer(address, Map.of(header, CHINESE)))
                .startsWith("HTTP/1.1 " + status)
                .contains("application/problem+json", "\"code\":\"" + code + "\"", "\"requestId\":\"");
    }

    @Test
    void chinese_text_in_a_language_asked_for_is_no_language_and_as_a_request_s_name_none() {
        assertThat(answer("GET /api/nowhere", Map.of("Accept-Language", CHINESE)))
                .startsWith("HTTP/1.1 404")
                .contains("Content-Language: zh-CN");
        assertThat(answer("GET /api/ledger", Map.of("X-Request-Id", CHINESE))).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /api/imports", "POST /api/cases", "GET /health"})
    void a_type_of_content_that_is_any_type_is_none(String address) {
        assertThat(answer(address, Map.of("Content-Type", "*/*", "Content-Length", "0")))
                .startsWith("HTTP/1.1 415")
                .contains("\"code\":\"UNSUPPORTED_MEDIA_TYPE\"");
    }

    private static boolean isSound(String answer) {
        Matcher status = STATUS.matcher(answer);
        return status.lookingAt()
                && (status.group(1).matches("[23]..")
                        || status.group(1).startsWith("4")
                                && answer.contains("application/problem+json")
                                && answer.contains("\"code\":\"")
                                && answer.contains("\"requestId\":\""));
    }

    private static String answer(String address, Map<String, String> hostile) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Host", "127.0.0.1");
        headers.put("Authorization", "Bearer " + OFFICER);
        headers.put("Connection", "close");
        String body = "";
        if (address.endsWith("record-visit")) {
            body = "{\"visitor\":\"a\",\"seen\":\"b\",\"on\":\"2026-03-01\"}";
            headers.put("Content-Type", "application/json");
            headers.put("Content-Length", Integer.toString(body.length()));
        }
        headers.putAll(hostile);
        StringBuilder request = new StringBuilder(address + " HTTP/1.1\r\n");
        headers.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        return APPLICATION.raw(request.append("\r\n").append(body).toString());
    }

    /** Keeps every line that holds something of what was sent. */
    private static final class LogEar extends AppenderBase<ILoggingEvent> {

        private final List<String> careless = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent line) {
            String text = line.getFormattedMessage()
                    + line.getMDCPropertyMap()
                    + (line.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(line.getThrowableProxy()));
            if (text.contains(NUMBER) || text.contains("张小花")) {
                careless.add(text);
            }
        }
    }
}
