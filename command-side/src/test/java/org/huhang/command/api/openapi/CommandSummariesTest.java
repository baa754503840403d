package org.huhang.command.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.huhang.command.ask.CommandCatalogue;
import org.junit.jupiter.api.Test;

class CommandSummariesTest {

    @Test
    void every_command_is_described_in_both_languages_and_nothing_else_is() {
        List<String> commands =
                CommandCatalogue.all().stream().map(CommandCatalogue::name).toList();

        for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            assertThat(CommandSummaries.in(language).stringPropertyNames())
                    .as(language.toString())
                    .containsExactlyInAnyOrderElementsOf(commands);
        }
        assertThat(CommandSummaries.both("screen")).contains("摸排", "Screen");
    }
}
