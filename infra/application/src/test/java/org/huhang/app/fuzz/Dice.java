package org.huhang.app.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** Everything random of one request: its number and the run's seed give the same again. */
final class Dice {

    /** What has broken programs before: beyond the BMP, joined, right to left, invisible, alike but not equal. */
    private static final List<String> ODD = List.of(
            "\u0000",
            "\uD83D\uDC67\u200D\uD83D\uDC67",
            "\u202Eabc",
            "\uFEFF",
            "e\u0301",
            "\u00E9",
            "\u2028",
            "𠮷野",
            "㋿",
            "'; DROP TABLE event;--",
            "${jndi:ldap://x}",
            "{{7*7}}",
            "%s%n",
            "../../etc/passwd",
            "<script>",
            "\r\nX: y",
            "\uD800",
            "\t",
            "\u007F",
            "NaN",
            "-0",
            "1e400",
            "null",
            "[]",
            "{}",
            "\"",
            "\\");

    private final SplittableRandom random;

    Dice(long seed, long number) {
        random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    long anyLong() {
        return random.nextLong();
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    String odd() {
        return one(ODD);
    }

    /** Letters, digits and characters of names, now and then an odd one. */
    String text(int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            if (chance(0.05)) {
                text.append(odd());
            } else {
                text.append((char) (chance(0.5) ? between('a', 'z') : between(0x4E00, 0x9FA5)));
            }
        }
        return text.substring(0, length);
    }

    /** As an officer might write it. */
    String words(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) between(0x4E00, 0x9FA5));
        }
        return text.toString();
    }
}
