package org.huhang.app.fuzz;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huhang.app.contract.Exchange;

/** What no HTTP client lets one send, over a socket: as HTTP/1.0, so that the answer ends where the connection does. */
final class Bare {

    private static final List<String> METHODS =
            List.of("GET", "POST", "TRACE", "CONNECT", "PROPFIND", "get", "G\u0000T", "");
    private static final List<String> TARGETS = List.of(
            "/api/ledger",
            "/api/cases",
            "/api/imports",
            "/openapi",
            "/health",
            "/api/%zz",
            "/api/\u0000",
            "/api/ledger?a=%zz",
            "/api/../etc",
            "/api//ledger",
            "/api/ledger;x",
            "http://x/api/ledger",
            "*",
            "",
            "/" + "a".repeat(3_000),
            "/api/\u00e4");
    private static final List<String> NAMES = List.of(
            "Idempotency-Key",
            "If-Match",
            "X-Request-Id",
            "Accept",
            "Accept-Language",
            "Content-Type",
            "Authorization",
            "Cookie",
            "X");

    private Bare() {}

    /** @param token of somebody, or null */
    static String request(Dice dice, String token) {
        StringBuilder request =
                new StringBuilder(dice.one(METHODS) + " " + dice.one(TARGETS) + " HTTP/1.0\r\nHost: x\r\n");
        if (token != null) {
            request.append("Authorization: ").append(token).append("\r\n");
        }
        for (int i = 0; i < dice.between(0, 3); i++) {
            request.append(dice.one(NAMES)).append(": ").append(value(dice)).append("\r\n");
        }
        return request.append("\r\n").toString();
    }

    private static String value(Dice dice) {
        return switch (dice.below(7)) {
            case 0 -> ", , ;; =";
            case 1 -> "a\u0000b";
            case 2 -> "\u007f\u0001";
            case 3 -> "\"" + "9".repeat(dice.between(1, 400)) + "\"";
            case 4 -> "x".repeat(dice.between(1, 6_000));
            case 5 -> new String("李明".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            default -> "";
        };
    }

    /** Empty where the server closed without a word. */
    static Optional<Exchange> send(URI base, String request) throws IOException {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(20_000);
            byte[] answer;
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                answer = socket.getInputStream().readAllBytes();
            } catch (SocketException resetWhileWriting) {
                return Optional.empty();
            }
            return read(request, new String(answer, StandardCharsets.ISO_8859_1));
        }
    }

    private static Optional<Exchange> read(String request, String answer) {
        int end = answer.indexOf("\r\n\r\n");
        if (!answer.startsWith("HTTP/1.1 ") || end < 0) {
            return Optional.empty();
        }
        Map<String, String> headers = new HashMap<>();
        answer.substring(0, end).lines().skip(1).forEach(line -> {
            String[] parts = line.split(": ?", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts.length > 1 ? parts[1] : "");
        });
        String[] asked = request.split(" ", 3);
        String body =
                new String(answer.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return Optional.of(new Exchange(
                asked[0],
                asked[1].split("\\?")[0].replaceFirst("^http://x", ""),
                Integer.parseInt(answer.substring(9, 12)),
                name -> Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT))),
                body));
    }
}
