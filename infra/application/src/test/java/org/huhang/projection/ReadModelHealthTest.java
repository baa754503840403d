package org.huhang.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.huhang.app.Side;
import org.huhang.app.projection.ReadModelHealth;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class ReadModelHealthTest {

    /** None has it, so nothing but this test goes on with it. */
    private static final int SEGMENT = 99;

    private final Installation installation = Installation.shared();

    @Test
    void a_process_that_only_answers_questions_is_out_of_service_while_it_cannot_read_a_fact() {
        ReadModel ledger = installation.model("ledger");
        assertThat(status(Side.QUERY)).isEqualTo(Status.UP);
        try {
            ledger.stopped(SEGMENT, new Condition.Stopped(Optional.of(7L), Optional.of("Unheard"), "UnreadableEvent"));
            assertThat(status(Side.QUERY)).isEqualTo(Status.OUT_OF_SERVICE);
            assertThat(status(Side.ALL)).isEqualTo(Status.UP);

            ledger.stopped(SEGMENT, new Condition.Stopped(Optional.empty(), Optional.empty(), "SQL state 08006"));
            assertThat(status(Side.QUERY)).as("the database tells that itself").isEqualTo(Status.UP);
        } finally {
            ledger.moved(SEGMENT);
        }
    }

    @Test
    void nobody_is_in_service_before_read_models_are_followed() {
        ProjectionRunner idle = new ProjectionRunner(
                installation.get(ReadModelCatalogue.class), null, null, installation.transaction(), 1, 1);
        for (Side side : Side.values()) {
            assertThat(new ReadModelHealth(installation.get(ReadModelCatalogue.class), idle, side)
                            .health()
                            .getStatus())
                    .isEqualTo(Status.OUT_OF_SERVICE);
        }
    }

    private Status status(Side side) {
        return new ReadModelHealth(
                        installation.get(ReadModelCatalogue.class), installation.get(ProjectionRunner.class), side)
                .health()
                .getStatus();
    }
}
