package org.huhang.query.api;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;

/** Constants as an address writes them: {@code AGE_BAND} as {@code age-band}. Capitals as in answers are taken as well. */
public final class Words {

    private Words() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<String> all(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Words::of).toList();
    }

    /** @throws Refused {@code INVALID_PARAMETER} with the allowed words */
    public static <E extends Enum<E>> Optional<E> one(String name, String text, Class<E> type) {
        return Optional.ofNullable(text).map(word -> read(name, word, type));
    }

    /** Words between commas; empty for an absent parameter. */
    public static <E extends Enum<E>> Set<E> several(String name, String text, Class<E> type) {
        Set<E> chosen = EnumSet.noneOf(type);
        if (text != null) {
            for (String word : text.split(",", -1)) {
                chosen.add(read(name, word, type));
            }
        }
        return chosen;
    }

    /** @param several whether {@code text} may hold more than one, between commas */
    static boolean areOf(Class<? extends Enum<?>> type, String text, boolean several) {
        return Arrays.stream(several ? text.split(",", -1) : new String[] {text})
                .allMatch(word -> Arrays.stream(type.getEnumConstants()).anyMatch(constant -> writes(constant, word)));
    }

    /** What a refusal of another word says. */
    static Map<String, String> allowed(Class<? extends Enum<?>> type) {
        return Map.of("allowed", String.join(", ", all(type)));
    }

    private static boolean writes(Enum<?> constant, String word) {
        return of(constant).equals(word) || constant.name().equals(word);
    }

    private static <E extends Enum<E>> E read(String name, String word, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> writes(constant, word))
                .findFirst()
                .orElseThrow(() -> new Refused(Refusal.at(name, RefusalCode.INVALID_PARAMETER, allowed(type))));
    }
}
