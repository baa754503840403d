package org.huhang.command.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.huhang.command.area.screening.ScreeningCommand.Screen;
import org.huhang.command.ask.Command;
import org.huhang.command.ask.CommandCatalogue;
import org.junit.jupiter.api.Test;

class CommandSummariesTest {

    @Test
    void every_area_and_command_is_described_in_both_languages_and_nothing_else_is() {
        for (Class<? extends Command> family : CommandCatalogue.families()) {
            List<String> described = Stream.concat(
                            Stream.of(CommandSummaries.NAME, CommandSummaries.ABOUT),
                            CommandCatalogue.all().stream()
                                    .filter(family::isAssignableFrom)
                                    .map(CommandCatalogue::name))
                    .toList();
            assertThat(described).hasSizeGreaterThan(2);
            for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                assertThat(CommandSummaries.in(family, language).stringPropertyNames())
                        .as("%s %s", family, language)
                        .containsExactlyInAnyOrderElementsOf(described);
            }
        }
        assertThat(CommandSummaries.of(Screen.class)).contains("摸排", "Screen");
    }
}
