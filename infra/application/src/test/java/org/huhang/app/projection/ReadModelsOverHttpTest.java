package org.huhang.app.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.access.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReadModelsOverHttpTest {

    private final RunningApplication application = RunningApplication.shared();
    private final String operator = application.token(Role.OPERATOR, "000000");

    @Test
    void an_operator_sees_how_every_read_model_stands() {
        Answer answer = application.get("/api/read-models", operator);

        assertThat(answer.status()).isEqualTo(200);
        List<JsonNode> items = StreamSupport.stream(answer.json().get("items").spliterator(), false)
                .toList();
        assertThat(items).extracting(item -> item.get("name").asString()).contains("audit", "ledger", "statistics");
        assertThat(items).allSatisfy(item -> {
            assertThat(item.get("lag").asLong())
                    .isEqualTo(item.get("head").asLong() - item.get("position").asLong());
            assertThat(item.get("state").asString()).isIn("UP_TO_DATE", "CATCHING_UP", "REBUILDING");
        });
    }

    @Test
    void an_operator_has_a_read_model_made_anew() {
        Answer answer = application.post("/api/read-models/audit/rebuild", operator, "");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().get("name").asString()).isEqualTo("audit");
    }

    @Test
    void an_unknown_read_model_is_not_found() {
        assertThat(application
                        .post("/api/read-models/nothing/rebuild", operator, "")
                        .json()
                        .get("code")
                        .asString())
                .isEqualTo("READ_MODEL_UNKNOWN");
    }

    @Test
    void nobody_else_may() {
        String inspector = application.token(Role.INSPECTOR, "000000");

        assertThat(application.get("/api/read-models", inspector).status()).isEqualTo(403);
        assertThat(application
                        .post("/api/read-models/audit/rebuild", inspector, "")
                        .status())
                .isEqualTo(403);
    }
}
