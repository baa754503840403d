package org.huhang.bench.run;

import java.io.IOException;
import java.util.Map;
import org.huhang.bench.measure.Done;
import tools.jackson.core.type.TypeReference;

/** Gives an application the cases that commands are added to. */
final class SetUp {

    static final String SET = "bench";
    private static final int SLICE = 1000;

    private SetUp() {}

    static void cases(Application application, int count) throws IOException, InterruptedException {
        for (int first = 0; first < count; first += SLICE) {
            int slice = Math.min(SLICE, count - first);
            application.inside(
                    "/bench/cases", Map.of("set", SET, "first", first, "count", slice), new TypeReference<Done>() {});
            System.out.printf(
                    "\r%s: %,d of %,d cases registered and listed", application.database(), first + slice, count);
        }
        System.out.println();
        application.heardOf(count);
    }
}
