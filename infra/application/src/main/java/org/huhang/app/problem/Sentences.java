package org.huhang.app.problem;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.huhang.kernel.refusal.RefusalCode;

/** What an officer reads of a refusal, in the two languages there are. */
public final class Sentences {

    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final List<Locale> LANGUAGES = List.of(CHINESE, ENGLISH);

    /** Ends the key of a sentence for queries, where commands are told another. */
    private static final String QUERY = "@query";

    private static final Map<Locale, Sentences> BY_LANGUAGE =
            LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(language -> language, Sentences::new));

    private final Properties texts = new Properties();

    private Sentences(Locale language) {
        try (InputStreamReader file = new InputStreamReader(
                Sentences.class.getResourceAsStream("/messages_" + language + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param language one of {@link #LANGUAGES} */
    public static Sentences in(Locale language) {
        return BY_LANGUAGE.get(language);
    }

    /** To who only asked: what was sent needs no second thought then. */
    String toQuery(RefusalCode code, Map<String, String> parameters) {
        String sentence = texts.getProperty(code.name() + QUERY);
        return sentence == null ? of(code, parameters) : sentence;
    }

    /** The sentence that says most of what is known: of all for this code, the one that uses the most of {@code parameters}. */
    public String of(RefusalCode code, Map<String, String> parameters) {
        String key = texts.stringPropertyNames().stream()
                .filter(name -> !name.endsWith(QUERY)
                        && codeOf(name).equals(code.name())
                        && parameters.keySet().containsAll(needs(name)))
                .max(Comparator.comparingInt((String name) -> needs(name).size())
                        .thenComparing(name -> name))
                .orElseThrow();
        String sentence = texts.getProperty(key);
        for (String parameter : needs(key)) {
            sentence = sentence.replace("{" + parameter + "}", parameters.get(parameter));
        }
        return sentence;
    }

    String title(RefusalCode.Kind kind) {
        return texts.getProperty("kind." + kind.name());
    }

    Set<String> keys() {
        return texts.stringPropertyNames();
    }

    String text(String key) {
        return texts.getProperty(key);
    }

    static String codeOf(String key) {
        return key.endsWith(QUERY) ? key.substring(0, key.length() - QUERY.length()) : key.split("/", 2)[0];
    }

    /** Parameters without which this sentence cannot be said. */
    static Set<String> needs(String key) {
        return key.contains("/") ? Set.of(key.split("/", 2)[1].split(",")) : Set.of();
    }
}
