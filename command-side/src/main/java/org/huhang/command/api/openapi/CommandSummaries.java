package org.huhang.command.api.openapi;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.huhang.command.ask.Command;
import org.huhang.command.ask.CommandCatalogue;

/**
 * What each area is and each of its commands is for, in a line of each language: kept by the command's name in
 * {@code commands_*.properties} in the folder of the area.
 */
final class CommandSummaries {

    static final String NAME = "area";
    static final String ABOUT = "area.about";

    private CommandSummaries() {}

    /** @throws IllegalArgumentException for a command nobody has described */
    static String of(Class<? extends Command> command) {
        return both(command.getEnclosingClass(), CommandCatalogue.name(command));
    }

    static String name(Class<?> family) {
        return both(family, NAME);
    }

    static String about(Class<?> family) {
        return both(family, ABOUT);
    }

    private static String both(Class<?> family, String key) {
        return line(family, Locale.SIMPLIFIED_CHINESE, key) + " · " + line(family, Locale.ENGLISH, key);
    }

    private static String line(Class<?> family, Locale language, String key) {
        String line = in(family, language).getProperty(key);
        if (line == null) {
            throw new IllegalArgumentException(
                    "Nothing in %s says what %s of %s is".formatted(language, key, family.getSimpleName()));
        }
        return line;
    }

    static Properties in(Class<?> family, Locale language) {
        Properties lines = new Properties();
        try (InputStreamReader file = new InputStreamReader(
                family.getResourceAsStream("commands_" + language + ".properties"), StandardCharsets.UTF_8)) {
            lines.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
