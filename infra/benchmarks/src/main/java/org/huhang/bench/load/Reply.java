package org.huhang.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * As much of an HTTP/1.1 answer as a load generator needs.
 *
 * @param length of the whole answer in bytes
 * @param closing whether the server closes the connection after it
 */
record Reply(int status, int length, boolean closing) {

    private static final Reply INCOMPLETE = new Reply(0, -1, false);

    /** @return an answer of length -1 as long as it is not all there */
    static Reply read(byte[] bytes, int available) {
        int head = endOfHead(bytes, available);
        if (head < 0) {
            return INCOMPLETE;
        }
        int status = (bytes[9] - '0') * 100 + (bytes[10] - '0') * 10 + bytes[11] - '0';
        String headers = new String(bytes, 0, head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        int end = headers.contains("\r\ntransfer-encoding: chunked")
                ? endOfChunks(bytes, head, available)
                : head + contentLength(headers);
        return end < 0 || end > available
                ? INCOMPLETE
                : new Reply(status, end, headers.contains("\r\nconnection: close"));
    }

    boolean complete() {
        return length >= 0;
    }

    boolean done() {
        return status >= 200 && status < 300;
    }

    /** Just behind the blank line; -1 while there is none. */
    private static int endOfHead(byte[] bytes, int available) {
        for (int index = 3; index < available; index++) {
            if (bytes[index] == '\n' && bytes[index - 1] == '\r' && bytes[index - 2] == '\n') {
                return index + 1;
            }
        }
        return -1;
    }

    private static int contentLength(String headers) {
        String name = "\r\ncontent-length: ";
        int at = headers.indexOf(name);
        return at < 0
                ? 0
                : Integer.parseInt(headers.substring(at + name.length(), headers.indexOf('\r', at + name.length()))
                        .strip());
    }

    private static int endOfChunks(byte[] bytes, int from, int available) {
        int at = from;
        while (true) {
            int size = 0;
            int index = at;
            while (index < available && bytes[index] != '\r') {
                size = size * 16 + Character.digit(bytes[index++], 16);
            }
            // The size's line and the chunk's own line end.
            int next = index + 2 + size + 2;
            if (next > available) {
                return -1;
            }
            if (size == 0) {
                return next;
            }
            at = next;
        }
    }
}
