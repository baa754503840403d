package org.huhang.command.api;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;

/**
 * {@code If-Match}: the version of the case the caller last saw, as its ETag gave it, e.g. {@code "7"}; or {@code *} for
 * whichever version there is. A weak tag cannot vouch for a version and a list of versions means nobody looked, so both
 * are malformed here.
 */
final class IfMatch {

    private static final Pattern VERSION = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

    private IfMatch() {}

    /**
     * @param given what stood under that name, each time it stood there
     * @return empty when the caller does not care, or only that the case exists, which every command asks for anyway
     * @throws Refused {@code IF_MATCH_MALFORMED}
     */
    static OptionalLong read(List<String> given) {
        if (given.isEmpty()) {
            return OptionalLong.empty();
        }
        String tag = given.getFirst().strip();
        Matcher version = VERSION.matcher(tag);
        if (given.size() > 1 || !(tag.equals("*") || version.matches())) {
            throw new Refused(RefusalCode.IF_MATCH_MALFORMED);
        }
        return tag.equals("*") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(version.group(1)));
    }
}
