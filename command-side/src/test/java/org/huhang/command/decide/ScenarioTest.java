package org.huhang.command.decide;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huhang.command.decide.Facts.WORDS;
import static org.huhang.command.decide.Facts.on;

import org.huhang.command.area.file.FileCommand.Reopen;
import org.huhang.kernel.refusal.RefusalCode;
import org.junit.jupiter.api.Test;

/** The examples' own tool tells when a command and its declaration part ways. */
class ScenarioTest {

    private static final Reopen REOPEN = new Reopen(WORDS, on("2026-03-01"));

    @Test
    void a_code_the_command_does_not_declare_fails_the_example() {
        assertThatThrownBy(() -> new Scenario.Outcome(REOPEN, Decision.refuse(RefusalCode.NOT_KEY_CARE)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("what Reopen declares to refuse with");
    }

    @Test
    void a_field_fault_the_command_does_not_declare_fails_the_example() {
        assertThatThrownBy(() -> new Scenario.Outcome(REOPEN, Decision.refuseAt("on", RefusalCode.NOT_A_CHILD)))
                .isInstanceOf(AssertionError.class);
    }
}
