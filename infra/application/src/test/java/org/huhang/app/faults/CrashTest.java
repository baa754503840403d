package org.huhang.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.huhang.app.testing.BesideOthers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The application and its PostgreSQL are killed over and over in the middle of their work. The profile {@code soak} does it
 * a thousand times; {@code -Dseed=…} repeats a run's choices.
 */
@Timeout(value = 4, unit = TimeUnit.HOURS)
@BesideOthers
class CrashTest {

    private static final boolean SOAK = System.getProperty("soak") != null;
    private static final int CYCLES = Integer.getInteger("cycles", SOAK ? 1000 : 30);
    private static final int DUPLICATES = CYCLES * (SOAK ? 100 : 60);
    private static final int CYCLES_BETWEEN_REPLAYS = 25;
    private static final int MOST_SUBMITTED_AGAIN = SOAK ? Integer.MAX_VALUE : 1_500;

    @TempDir
    Path folder;

    @Test
    void whatever_is_killed_what_was_acknowledged_is_there_once_and_read_models_equal_a_replay() throws Exception {
        long seed = Long.getLong("seed", SOAK ? new Random().nextInt(1_000_000) : 20261123);
        System.out.println("CrashTest: seed " + seed + ", " + CYCLES + " cycles");
        Random random = new Random(seed);
        try (Ordeal ordeal = Ordeal.begin(folder, seed)) {
            for (int cycle = 1; cycle <= CYCLES; cycle++) {
                Fault fault = Fault.any(random);
                Moment moment = Moment.any(random);
                assertThat(ordeal.cycle(fault, moment, random))
                        .as("cycle %d of seed %d: %s at %s", cycle, seed, fault, moment)
                        .isEmpty();
                if (cycle % CYCLES_BETWEEN_REPLAYS == 0) {
                    ordeal.requireReadModelsEqualAReplay();
                }
            }
            assertThat(ordeal.settle()).as("seed %d", seed).isEmpty();
            ordeal.requireThatItWasAnOrdeal(CYCLES, DUPLICATES);
            ordeal.submitAgain(MOST_SUBMITTED_AGAIN, random);
            ordeal.requireReadModelsEqualAReplay();
        }
    }
}
