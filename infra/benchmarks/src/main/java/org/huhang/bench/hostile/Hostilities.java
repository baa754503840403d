package org.huhang.bench.hostile;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huhang.kernel.time.Shanghai;

/**
 * All of them, by name.
 *
 * @param stranger whom nobody should listen to much: a token of the lowest rank
 * @param reader may read the case {@code longCase}
 * @param analyst may read the nation's figures
 * @param officer of another county, whose lists {@code list} makes
 * @param list another each time, of so many rows
 * @param rows of a long list
 * @param provider of the tokens the service takes
 */
public record Hostilities(
        URI base,
        double perSecond,
        String stranger,
        String reader,
        String longCase,
        String analyst,
        String officer,
        IntFunction<String> list,
        int rows,
        TokenProvider provider) {

    private static final int CONNECTIONS = 4;
    private static final int MANY_CONNECTIONS = 40;
    private static final int LISTENERS = 400;
    private static final int SLOW = 300;
    private static final int FIELDS = 40_000;
    private static final int SHORT_LIST = 50;

    /** With the request's other headers just below the 16 kB that are read. */
    private static final String LONG_LANGUAGE = IntStream.range(0, 1_500)
            .mapToObj(language -> "x-%06d".formatted(language))
            .collect(Collectors.joining(","));

    private static final int PIECES = 8;
    private static final byte[] PIECE = new byte[1 << 20];

    /** Just below the megabyte that a body may have. */
    private static final String UNKNOWN_FIELDS = IntStream.range(0, FIELDS)
            .mapToObj(field -> "\"unknown-%06d\":null".formatted(field))
            .collect(Collectors.joining(",", "{", "}"));

    public Map<String, Hostile.Beginning> all() {
        Map<String, Hostile.Beginning> all = new LinkedHashMap<>();
        all.put("languages", () -> flood(this::anotherLanguage));
        all.put("long header", () -> flood(this::longHeader));
        all.put("multipart", () -> flood(this::multipartToNowhere));
        all.put("unknown fields", () -> flood(this::unknownFields));
        all.put("400 listeners", () -> new LongList(base, officer, this::longList, LISTENERS));
        all.put("long list", () -> new LongList(base, officer, this::longList, 0));
        all.put("short lists", () -> new ShortLists(flood(this::shortList), base, officer));
        all.put("slow senders", () -> new SlowSenders(base, stranger, SLOW));
        all.put("bad tokens", () -> flood(this::badToken));
        all.put("silent provider", () -> new SilentProvider(provider, () -> flood(this::badToken)));
        all.put("long history", () -> flood(this::history));
        all.put("heavy figures", () -> new Flood(MANY_CONNECTIONS, perSecond, this::figures));
        return all;
    }

    private Hostile flood(LongFunction<HttpRequest.Builder> request) {
        return new Flood(CONNECTIONS, perSecond, request);
    }

    private HttpRequest.Builder anotherLanguage(long number) {
        return request("/openapi")
                .header("Accept-Language", "q" + Long.toString(number, 36))
                .GET();
    }

    private HttpRequest.Builder longHeader(long number) {
        return request("/openapi")
                .header("Accept-Language", "q" + Long.toString(number, 36) + "," + LONG_LANGUAGE)
                .GET();
    }

    private String longList() {
        return list.apply(rows);
    }

    private HttpRequest.Builder shortList(long number) {
        return request("/api/imports")
                .header("Content-Type", "text/csv")
                .header("Authorization", "Bearer " + officer)
                .POST(BodyPublishers.ofString(list.apply(SHORT_LIST)));
    }

    private HttpRequest.Builder multipartToNowhere(long number) {
        return request("/nowhere/" + number)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofInputStream(Hostilities::form));
    }

    private static InputStream form() {
        InputStream form =
                new ByteArrayInputStream("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        for (int piece = 0; piece < PIECES; piece++) {
            form = new SequenceInputStream(form, new ByteArrayInputStream(PIECE));
        }
        return new SequenceInputStream(
                form, new ByteArrayInputStream("\r\n--b--\r\n".getBytes(StandardCharsets.US_ASCII)));
    }

    private HttpRequest.Builder unknownFields(long number) {
        return request("/api/cases")
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + stranger)
                .POST(BodyPublishers.ofString(UNKNOWN_FIELDS));
    }

    /** Every other one names a key that nobody has; the rest are no tokens at all. */
    private HttpRequest.Builder badToken(long number) {
        String head = part("{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"" + number + "\"}");
        String body = part("{\"sub\":\"nobody\",\"exp\":4102444800}");
        String token = number % 2 == 0 ? head + "." + body + "." + part("signature".repeat(7)) : "no-token-" + number;
        return request("/api/ledger").header("Authorization", "Bearer " + token).GET();
    }

    private HttpRequest.Builder history(long number) {
        return request("/api/cases/" + longCase + "/history")
                .header("Authorization", "Bearer " + reader)
                .GET();
    }

    private HttpRequest.Builder figures(long number) {
        YearMonth last = YearMonth.now(Shanghai.ZONE);
        return request("/api/statistics/counts?level=village&by=status,ground,sex,age-band&month="
                        + last.minusMonths(23) + "&to=" + last)
                .header("Authorization", "Bearer " + analyst)
                .GET();
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path));
    }
}
