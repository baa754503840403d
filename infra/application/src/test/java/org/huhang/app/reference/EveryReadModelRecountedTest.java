package org.huhang.app.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.huhang.app.testing.RunningApplication;
import org.huhang.command.port.CommandGateway;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.log.EventLog;
import org.huhang.query.ReadModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Many histories at once, asked of the application as it runs: what its lists and figures show, as they followed the log and as
 * they are made anew from it, now and as known at some positions, is what the clerk says of every file. The profile {@code soak}
 * tells two thousand histories; {@code -Dhistory=} others, by the seed of the first.
 */
class EveryReadModelRecountedTest {

    private static final int HISTORIES = Boolean.getBoolean("soak") ? 2_000 : 200;
    private static final int POSITIONS = 2;
    private static final int DAYS = 4;
    private static final List<String> READ_MODELS = List.of("ledger", "statistics", "worklist");
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    @Test
    void lists_and_figures_are_what_a_clerk_says_of_every_file_followed_or_made_anew() throws Exception {
        long seed = Long.getLong("history", 1_000_001);
        System.out.println("Histories in the application: -Dhistory=" + seed);
        try (RunningApplication application = RunningApplication.start(
                folder, "--huhang.read-models.segments=2", "--huhang.read-models.rebuild-cases-in-memory=50")) {
            List<RandomHistory> histories = told(application, seed);
            caughtUp(application);
            Recount recount = new Recount(application, histories);

            assertThat(recount.differences(POSITIONS, DAYS, new Random(seed)))
                    .as("as followed")
                    .isEmpty();

            READ_MODELS.forEach(name -> madeAnew(application, name));
            assertThat(recount.differences(POSITIONS, DAYS, new Random(seed)))
                    .as("as made anew")
                    .isEmpty();
        }
    }

    /** By several officers at a time. */
    private static List<RandomHistory> told(RunningApplication application, long seed) {
        CommandGateway commands = application.bean(CommandGateway.class);
        List<RandomHistory> histories = LongStream.range(seed, seed + HISTORIES)
                .mapToObj(RandomHistory::of)
                .toList();
        try (ExecutorService officers = Executors.newFixedThreadPool(16)) {
            List<Future<?>> work = new ArrayList<>();
            histories.forEach(history -> work.add(officers.submit(() -> history.play(new RunningOffice(commands)))));
            for (Future<?> done : work) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return histories;
    }

    private static void caughtUp(RunningApplication application) {
        long head = application.bean(EventLog.class).head();
        until(() -> READ_MODELS.stream()
                .allMatch(name -> application.bean(ReadModels.class).position(name) == head));
    }

    private static void madeAnew(RunningApplication application, String name) {
        String operator = application.token(Role.OPERATOR, "000000");
        assertThat(application
                        .post("/api/read-models/" + name + "/rebuild", operator, "")
                        .status())
                .isEqualTo(202);
        until(() -> {
            for (JsonNode model :
                    application.get("/api/read-models", operator).json().get("items")) {
                if (model.get("name").asString().equals(name)) {
                    return model.get("state").asString().equals("UP_TO_DATE") && model.hasNonNull("previous");
                }
            }
            return false;
        });
    }

    private static void until(BooleanSupplier reached) {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
