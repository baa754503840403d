package org.huhang.app.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.management.JMException;
import javax.management.ObjectName;
import org.huhang.app.testing.RunningApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Requests made from the OpenAPI document, good ones, damaged ones and hostile ones, as everybody there may be. Whatever is
 * asked, nothing breaks, every answer is as documented, and nothing of it is kept. {@code -Dseed=} asks the same again.
 */
class GeneratedRequestsTest {

    private static final boolean SOAK = Boolean.getBoolean("soak");
    private static final int REQUESTS = SOAK ? 1_000_000 : 10_000;

    private static final int STEP = 500;
    private static final int MOST_MORE = 10_000;

    /** Until caches are full, code is compiled and pools are grown. */
    private static final int WARM_UP = REQUESTS / 4;

    /** What a thousand cases and their rows in memory come to, and the noise of a heap: two documents would be more. */
    private static final long MOST_KEPT = 64L << 20;

    /** Needs a fact that a read model cannot apply: see ParkedCaseTest. */
    private static final Set<String> NEVER_DONE = Set.of("replay-parked-case");

    @TempDir
    private Path folder;

    @Test
    void whatever_is_asked_nothing_breaks_and_every_answer_is_as_documented() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("Generated requests: -Dseed=" + seed);
        try (RunningApplication application = RunningApplication.start(
                folder,
                "--huhang.log.remembered-cases=500",
                "--huhang.read-models.remembered-cases=500",
                "--huhang.query.longest-wait=200ms")) {
            Barrage barrage = new Barrage(application, seed);

            barrage.fire(0, WARM_UP);
            long before = used("before");
            barrage.fire(WARM_UP, REQUESTS);
            long after = used("after");
            // Chance may have passed an operation by; it gets more of it, and not without end.
            for (int more = REQUESTS; !missing(barrage).isEmpty() && more < REQUESTS + MOST_MORE; more += STEP) {
                barrage.fire(more, more + STEP);
            }

            barrage.tally().write(Path.of("target/generated-requests.tsv"));
            assertThat(barrage.faults()).as("-Dseed=" + seed).isEmpty();
            assertThat(missing(barrage)).as("never done, or never refused").isEmpty();
            assertThat(after - before).as("bytes kept, -Dseed=" + seed).isLessThan(MOST_KEPT);
        }
    }

    private static List<String> missing(Barrage barrage) {
        return barrage.operations().stream()
                .filter(operation -> barrage.tally().of(operation, 4) == 0
                        || barrage.tally().of(operation, 2) == 0 && !NEVER_DONE.contains(operation))
                .toList();
    }

    /** Also writes down what the heap is made of, for whoever has to find out why it grew. */
    private static long used(String when) throws IOException, JMException {
        System.gc();
        Object classes = ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        Files.writeString(Path.of("target/generated-requests-heap-" + when + ".txt"), classes.toString());
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
