package org.huhang.app.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huhang.kernel.refusal.RefusalCode;
import org.junit.jupiter.api.Test;

class SentencesTest {

    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]*)}");

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @Test
    void every_code_has_a_sentence_in_both_languages_that_needs_nothing() {
        for (Locale language : Sentences.LANGUAGES) {
            assertThat(Sentences.in(language).keys())
                    .containsAll(
                            Arrays.stream(RefusalCode.values()).map(Enum::name).toList());
        }
    }

    @Test
    void every_sort_of_no_has_a_title_in_both_languages() {
        for (Locale language : Sentences.LANGUAGES) {
            for (RefusalCode.Kind kind : RefusalCode.Kind.values()) {
                assertThat(Sentences.in(language).title(kind))
                        .as("%s %s", language, kind)
                        .isNotBlank();
            }
        }
    }

    @Test
    void no_sentence_is_left_over_and_both_languages_say_the_same_things() {
        Set<String> known = Stream.concat(
                        Arrays.stream(RefusalCode.values()).map(Enum::name),
                        Arrays.stream(RefusalCode.Kind.values()).map(kind -> "kind." + kind))
                .collect(Collectors.toSet());

        assertThat(Sentences.in(Sentences.CHINESE).keys())
                .isEqualTo(Sentences.in(Sentences.ENGLISH).keys());
        assertThat(Sentences.in(Sentences.CHINESE).keys())
                .extracting(Sentences::codeOf)
                .isSubsetOf(known);
    }

    @Test
    void a_sentence_uses_the_parameters_its_key_names_and_no_others() {
        for (Locale language : Sentences.LANGUAGES) {
            for (String key : Sentences.in(language).keys()) {
                assertThat(parametersIn(Sentences.in(language).text(key)))
                        .as("%s %s", language, key)
                        .isEqualTo(Sentences.needs(key));
            }
        }
    }

    @Test
    void every_parameter_a_sentence_needs_is_supplied_somewhere_in_the_code() {
        assertThat(notSupplied(Sentences.in(Sentences.CHINESE).keys())).isEmpty();
    }

    @Test
    void a_parameter_nobody_supplies_would_be_found() {
        assertThat(notSupplied(Set.of("CASE_BUSY/phaseOfThe" + "Moon"))).containsExactly("phaseOfThe" + "Moon");
    }

    @Test
    void a_sentence_is_never_half_said() {
        Sentences english = Sentences.in(Sentences.ENGLISH);

        assertThat(english.of(
                        RefusalCode.DIVISION_ABOLISHED,
                        Map.of("division", "330181", "name", "萧山市", "successors", "330109 萧山区")))
                .contains("330181", "萧山市", "330109 萧山区");
        assertThat(english.of(RefusalCode.DIVISION_ABOLISHED, Map.of("division", "330181")))
                .doesNotContain("{", "330181");
        assertThat(english.of(RefusalCode.CASE_BUSY, Map.of("unheard-of", "x"))).doesNotContain("{");
    }

    @Test
    void english_is_spoken_to_who_prefers_it_and_chinese_to_everybody_else() {
        assertThat(List.of("en", "en-GB,zh;q=0.5", "fr, en;q=0.4"))
                .allSatisfy(asked -> assertThat(Languages.of(asked)).isEqualTo(Sentences.ENGLISH));
        assertThat(List.of("zh-CN", "zh-TW", "zh-CN,en;q=0.9", "fr", "*", "", "en;q=x", "\u0000"))
                .allSatisfy(asked -> assertThat(Languages.of(asked)).isEqualTo(Sentences.CHINESE));
    }

    private static Set<String> parametersIn(String sentence) {
        return PARAMETER
                .matcher(sentence)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static List<String> notSupplied(Set<String> keys) {
        String code = productionCode();
        return keys.stream()
                .flatMap(key -> Sentences.needs(key).stream())
                .distinct()
                .filter(parameter -> !code.contains('"' + parameter + '"'))
                .sorted()
                .toList();
    }

    private static String productionCode() {
        return Stream.of("shared-kernel", "command-side", "query-side", "infra/event-store", "infra/application")
                .map(module -> ROOT.resolve(module).resolve("src/main/java"))
                .filter(Files::isDirectory)
                .flatMap(SentencesTest::filesUnder)
                .map(SentencesTest::read)
                .collect(Collectors.joining());
    }

    private static Stream<Path> filesUnder(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
