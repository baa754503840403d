package org.huhang.projection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Rows in the text format of {@code COPY}, as PostgreSQL's manual lays it out. */
final class CopyText {

    private static final int ROOM = 4096;

    private byte[] bytes;
    private int length;

    CopyText(int size) {
        bytes = new byte[size + ROOM];
    }

    /** @param cells null for NULL */
    void row(String[] cells) {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                add('\t');
            }
            if (cells[i] == null) {
                add('\\');
                add('N');
            } else {
                cell(cells[i]);
            }
        }
        add('\n');
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    private void cell(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> escaped('\\');
                case '\t' -> escaped('t');
                case '\n' -> escaped('n');
                case '\r' -> escaped('r');
                default -> {
                    if (c >= 0x80) {
                        i = beyondAscii(text, i);
                    } else {
                        add(c);
                    }
                }
            }
        }
    }

    /** @return the last character written */
    private int beyondAscii(String text, int from) {
        int to = from + 1;
        while (to < text.length() && text.charAt(to) >= 0x80) {
            to++;
        }
        for (byte one : text.substring(from, to).getBytes(StandardCharsets.UTF_8)) {
            add((char) (one & 0xff));
        }
        return to - 1;
    }

    private void escaped(char letter) {
        add('\\');
        add(letter);
    }

    private void add(char one) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        bytes[length++] = (byte) one;
    }
}
