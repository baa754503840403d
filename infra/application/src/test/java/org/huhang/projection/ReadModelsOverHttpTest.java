package org.huhang.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
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
    void the_copy_before_a_rebuild_is_kept_until_an_operator_discards_it() {
        application.post("/api/read-models/worklist/rebuild", operator, "");
        Installation.until(() -> model("worklist").hasNonNull("previous")
                && !model("worklist").get("state").asString().equals("REBUILDING"));
        assertThat(model("worklist").at("/previous/revision").asInt())
                .isEqualTo(model("worklist").get("revision").asInt());

        Answer discarded = application.post("/api/read-models/worklist/discard-previous", operator, "");
        assertThat(discarded.status()).isEqualTo(200);
        assertThat(discarded.json().hasNonNull("previous")).isFalse();

        assertThat(application
                        .post("/api/read-models/worklist/discard-previous", operator, "")
                        .code())
                .isEqualTo("READ_MODEL_NO_PREVIOUS");
        assertThat(application
                        .post("/api/read-models/worklist/restore-previous", operator, "")
                        .code())
                .isEqualTo("READ_MODEL_NO_PREVIOUS");
    }

    @Test
    void parked_cases_are_listed_and_only_they_can_be_replayed() {
        Answer parked = application.get("/api/read-models/ledger/parked", operator);
        assertThat(parked.status()).isEqualTo(200);
        assertThat(parked.json().get("parked").asInt()).isZero();
        assertThat(parked.json().get("items").size()).isZero();

        assertThat(application
                        .post("/api/read-models/ledger/parked/replay", operator, "")
                        .json()
                        .get("followed")
                        .asInt())
                .isZero();
        String nobody = "/api/read-models/ledger/parked/%s/replay";
        assertThat(application
                        .post(nobody.formatted(UUID.randomUUID()), operator, "")
                        .code())
                .isEqualTo("READ_MODEL_CASE_NOT_PARKED");
        assertThat(application.post(nobody.formatted("none"), operator, "").code())
                .isEqualTo("READ_MODEL_CASE_NOT_PARKED");
    }

    @Test
    void how_they_stand_is_measured_for_prometheus() {
        Answer metrics = application.get("/metrics", operator);

        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.header("Content-Type")).startsWith("text/plain");
        for (String model : List.of("audit", "ledger", "statistics", "worklist")) {
            for (String measure :
                    List.of("position", "lag", "parked", "stopped", "outdated", "rebuild_facts", "rebuild_goal")) {
                assertThat(metrics.body())
                        .containsPattern("huhang_read_model_%s\\{[^}]*name=\"%s\"[^}]*} \\d".formatted(measure, model));
            }
        }
    }

    private JsonNode model(String name) {
        return StreamSupport.stream(
                        application
                                .get("/api/read-models", operator)
                                .json()
                                .get("items")
                                .spliterator(),
                        false)
                .filter(item -> item.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
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
        assertThat(application.get("/metrics", inspector).code()).isEqualTo("NOT_PERMITTED");
        assertThat(application.send(application.request("/metrics").GET()).status())
                .isEqualTo(401);
        assertThat(application
                        .post("/api/read-models/audit/rebuild", inspector, "")
                        .status())
                .isEqualTo(403);
    }
}
