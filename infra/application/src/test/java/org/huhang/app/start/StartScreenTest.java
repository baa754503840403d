package org.huhang.app.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.huhang.app.testing.RunningApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a new user pastes first. */
class StartScreenTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void the_three_lines_of_the_start_screen_work_as_printed() throws Exception {
        StartScreen screen = RunningApplication.shared().bean(StartScreen.class);
        List<String> lines = screen.lines();
        assertThat(lines).hasSize(3).allMatch(screen.text()::contains);
        assertThat(screen.text()).contains("county-officer.jwt", "inspector.jwt", "analyst.jwt");
        assertThat(screen.text()).as("what every token begins with").doesNotContain("eyJ");

        List<String> answers = inOneShell(lines);

        assertThat(answers).hasSize(3);
        JsonNode screened = JSON.readTree(answers.get(0));
        assertThat(screened.path("events").toString()).isEqualTo("[\"ScreenedAsMigrant\"]");
        JsonNode ledger = JSON.readTree(answers.get(1));
        assertThat(ledger.path("items").isArray()).as(answers.get(1)).isTrue();
        JsonNode replayed = JSON.readTree(answers.get(2));
        assertThat(replayed.toString())
                .contains(screened.path("caseId").asString())
                .contains("MIGRANT");
    }

    /** One answer a line: they are pasted one after the other, and later ones use what earlier ones set. */
    private static List<String> inOneShell(List<String> lines) throws Exception {
        Process shell = new ProcessBuilder("bash", "-c", String.join("\n", lines))
                .redirectErrorStream(true)
                .start();
        shell.getOutputStream().close();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(said).isZero();
        return said.lines().toList();
    }
}
