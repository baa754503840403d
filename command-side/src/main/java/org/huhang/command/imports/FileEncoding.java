package org.huhang.command.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How a file writes its characters, found out from its heading line: the headings are known, so the encoding that makes
 * sense of them is the right one. Rows are decoded one cell at a time, so one row in another encoding spoils only itself.
 */
enum FileEncoding {
    UTF_8(StandardCharsets.UTF_8),
    /** What Chinese Windows writes; includes GBK and GB 2312. */
    GB18030(Charset.forName("GB18030"));

    private final Charset charset;

    FileEncoding(Charset charset) {
        this.charset = charset;
    }

    String label() {
        return charset.name();
    }

    /**
     * @param latin1 bytes carried one a character
     * @return empty when the bytes are not of this encoding, or give themselves away as being of the other one
     */
    Optional<String> decode(String latin1) {
        byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
        if (isAscii(bytes)) {
            return Optional.of(latin1);
        }
        return switch (this) {
            case UTF_8 -> strictly(StandardCharsets.UTF_8, bytes);
            // GB18030 accepts nearly any bytes; text that is well-formed UTF-8 was hardly meant as GB18030.
            case GB18030 -> looksLikeUtf8(bytes) ? Optional.empty() : strictly(charset, bytes);
        };
    }

    /** UTF-8 for Chinese takes three bytes a character: two such in a row do not happen by chance in GB18030. */
    private static boolean looksLikeUtf8(byte[] bytes) {
        return bytes.length % 3 == 0 || bytes.length > 5
                ? strictly(StandardCharsets.UTF_8, bytes)
                        .filter(text -> text.codePoints().anyMatch(FileEncoding::isHan))
                        .isPresent()
                : false;
    }

    private static boolean isHan(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
    }

    private static Optional<String> strictly(Charset charset, byte[] bytes) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}
