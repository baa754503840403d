package org.huhang.command.api.openapi;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huhang.command.ask.CaseCommand;
import org.huhang.command.ask.CommandCatalogue;

/** What each command is for, in a line of each language, kept by its name in {@code commands_*.properties} of its area. */
final class CommandSummaries {

    private static final Map<Locale, Properties> BY_LANGUAGE =
            List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH).stream()
                    .collect(Collectors.toUnmodifiableMap(Function.identity(), CommandSummaries::read));

    private CommandSummaries() {}

    static Properties in(Locale language) {
        return BY_LANGUAGE.get(language);
    }

    /** @throws IllegalArgumentException for a command nobody has described */
    static String both(String command) {
        return in(Locale.SIMPLIFIED_CHINESE, command) + " · " + in(Locale.ENGLISH, command);
    }

    private static String in(Locale language, String command) {
        String summary = in(language).getProperty(command);
        if (summary == null) {
            throw new IllegalArgumentException("No line in " + language + " says what " + command + " is for");
        }
        return summary;
    }

    private static Properties read(Locale language) {
        Properties lines = new Properties();
        for (Class<? extends CaseCommand> family : CommandCatalogue.families()) {
            try (InputStreamReader file = new InputStreamReader(
                    family.getResourceAsStream("commands_" + language + ".properties"), StandardCharsets.UTF_8)) {
                lines.load(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return lines;
    }
}
