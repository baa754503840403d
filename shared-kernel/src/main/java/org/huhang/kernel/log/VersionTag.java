package org.huhang.kernel.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The name of a case's version outside, an entity tag of RFC 9110: {@code "7"}; of an answer that shows the case,
 * {@code "7.202606-3f9a"}, with what else it is made by behind a point. Proxies and servers that compress an answer change
 * its tag and hand the changed one on, so these name version 7 too:
 *
 * <ul>
 *   <li>weakened, {@code W/"7"}: nginx, Tomcat and most others;
 *   <li>with the coding behind a hyphen, {@code "7-gzip"}: Apache and lighttpd; behind two, {@code "7--gzip"}: Jetty; behind
 *       a semicolon, {@code "7;gzip"}; for gzip, x-gzip, br, deflate, zstd and compress;
 *   <li>both, {@code W/"7-br"}.
 * </ul>
 *
 * RFC 9110 has If-Match compared strongly, by which a weak tag would match nothing. A version of ours is of facts, not of
 * bytes: however its answer was packed, it names the same one, and a changed case never has it.
 */
public final class VersionTag {

    private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"");
    /** What may stand before the first tag and after the last one; between two of them it holds a comma. */
    private static final Pattern BETWEEN = Pattern.compile("[ \\t,]*+");

    private static final String CODING = "(?:(?:--?|;)(?:gzip|x-gzip|br|deflate|zstd|compress))?";

    private static final Pattern OURS = Pattern.compile("(0|[1-9][0-9]{0,17})(?:\\.[0-9a-f-]{1,64}?)?" + CODING);

    private VersionTag() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /** @param madeBy digits, letters from a to f and hyphens */
    public static String of(long version, String madeBy) {
        return "\"" + version + "." + madeBy + "\"";
    }

    /**
     * Whether what a caller has is what {@code tag} names, however it was packed on its way.
     *
     * @param lines of If-None-Match; null for none
     * @param tag weak or strong, for here it makes no difference
     */
    public static boolean had(String[] lines, String tag) {
        if (lines == null) {
            return false;
        }
        List<String> given = List.of(lines);
        Pattern packed = Pattern.compile(Pattern.quote(tag.substring(tag.indexOf('"') + 1, tag.length() - 1)) + CODING);
        return given.equals(List.of("*"))
                || tags(String.join(",", given))
                        .filter(tags -> tags.stream()
                                .anyMatch(one -> packed.matcher(one).matches()))
                        .isPresent();
    }

    /**
     * The versions that a header names: a list of tags between commas, over any number of lines. Tags that are none of ours
     * name none.
     *
     * @param lines what stood under the header's name, each time it stood there
     * @return empty where it is no list of entity tags; {@code *} is none
     */
    public static Optional<Set<Long>> versions(List<String> lines) {
        return tags(String.join(",", lines)).map(tags -> tags.stream()
                .flatMap(tag -> version(tag).stream().boxed())
                .collect(Collectors.toSet()));
    }

    /** One after the other: a pattern of the whole list would go as deep as the list is long. */
    private static Optional<List<String>> tags(String list) {
        List<String> tags = new ArrayList<>();
        Matcher between = BETWEEN.matcher(list);
        Matcher tag = TAG.matcher(list);
        int at = 0;
        while (true) {
            between.region(at, list.length()).lookingAt();
            boolean parted = tags.isEmpty() || between.group().indexOf(',') >= 0;
            at = between.end();
            if (at == list.length()) {
                return tags.isEmpty() ? Optional.empty() : Optional.of(tags);
            }
            if (!parted || !tag.region(at, list.length()).lookingAt()) {
                return Optional.empty();
            }
            tags.add(tag.group(2));
            at = tag.end();
        }
    }

    private static OptionalLong version(String tag) {
        Matcher ours = OURS.matcher(tag);
        return ours.matches() ? OptionalLong.of(Long.parseLong(ours.group(1))) : OptionalLong.empty();
    }
}
