package org.huhang.kernel.value;

import java.text.Normalizer;
import java.util.Map;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;

/** Text from outside, made fit to keep: NFC, trimmed, without control characters that PostgreSQL or a reader chokes on. */
public final class Text {

    private Text() {}

    /**
     * @throws Refused {@code MISSING_FIELD} when blank, {@code INVALID_CHARACTERS} for control characters other than line
     *     breaks and tabs and for unpaired surrogates, {@code TEXT_TOO_LONG} over {@code longest} characters, of
     *     which a rare one is one, however many units Java keeps it in
     */
    public static String clean(String text, int longest) {
        if (text == null || text.isBlank()) {
            throw new Refused(RefusalCode.MISSING_FIELD);
        }
        for (int at = 0, codePoint; at < text.length(); at += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(at);
            if (!keepable(codePoint)) {
                throw new Refused(RefusalCode.INVALID_CHARACTERS);
            }
        }
        String clean = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (clean.codePointCount(0, clean.length()) > longest) {
            throw new Refused(Refusal.of(RefusalCode.TEXT_TOO_LONG, Map.of("longest", Integer.toString(longest))));
        }
        return clean;
    }

    private static boolean keepable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
            case Character.SURROGATE -> false;
            default -> true;
        };
    }
}
