package org.huhang.command.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.command.api.Bodies.bytes;

import java.util.Optional;
import org.huhang.command.area.keycare.KeyCareCommand.ListKeyCare;
import org.huhang.command.area.keycare.KeyCareCommand.ReassessKeyCare;
import org.huhang.command.ask.CaseCommand;
import org.huhang.kernel.value.CaseId;
import org.junit.jupiter.api.Test;

class CommandBodyTest {

    private static final Optional<CaseId> CASE = Optional.of(CaseId.random());

    private static final String BODY = """
            {"grounds":["HARDSHIP","DISABILITY"],"risk":"LOW","on":"2026-03-01"}""";

    @Test
    void layout_and_order_of_fields_do_not_matter() {
        String other = """
                {  "on" : "2026-03-01",
                   "risk":"\\u004cOW", "grounds": [ "HARDSHIP", "DISABILITY" ] }""";

        assertThat(digest(other, ListKeyCare.class, CASE)).isEqualTo(digest(BODY, ListKeyCare.class, CASE));
    }

    @Test
    void another_value_another_command_or_another_case_is_another_request() {
        assertThat(digest(BODY, ListKeyCare.class, CASE))
                .isNotEqualTo(digest(BODY.replace("LOW", "HIGH"), ListKeyCare.class, CASE))
                .isNotEqualTo(digest(BODY, ReassessKeyCare.class, CASE))
                .isNotEqualTo(digest(BODY, ListKeyCare.class, Optional.of(CaseId.random())))
                .isNotEqualTo(digest(BODY, ListKeyCare.class, Optional.empty()))
                .hasSize(64);
    }

    private static String digest(String body, Class<? extends CaseCommand> type, Optional<CaseId> addressed) {
        return CommandBody.read(bytes(body), type).digest(addressed.map(CaseId::stream));
    }
}
