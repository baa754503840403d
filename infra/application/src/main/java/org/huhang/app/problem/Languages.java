package org.huhang.app.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** The language a caller reads: Chinese unless {@code Accept-Language} puts English before it. */
final class Languages {

    private static final List<Locale> TAGS = List.of(Sentences.CHINESE, Locale.CHINESE, Sentences.ENGLISH);

    /** Whoever lists more languages than anybody speaks reads the usual one: reading a list costs with its length's square. */
    private static final int LONGEST = 200;

    private Languages() {}

    static Locale of(HttpServletRequest request) {
        String asked = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return asked == null ? Sentences.CHINESE : of(asked);
    }

    static Locale of(String acceptLanguage) {
        if (acceptLanguage.length() > LONGEST) {
            return Sentences.CHINESE;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), TAGS);
            return Sentences.ENGLISH.equals(found) ? Sentences.ENGLISH : Sentences.CHINESE;
        } catch (IllegalArgumentException malformed) {
            return Sentences.CHINESE;
        }
    }
}
