package org.huhang.bench.run;

import java.io.IOException;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/** A case of eighteen years: 300 facts. */
final class LongCase {

    static final int FACTS = 300;

    private LongCase() {}

    /** A case of its own, for the fact that tells everybody of itself. */
    static void wake(Application application) throws IOException, InterruptedException {
        open(application, 2);
    }

    /** @return its id */
    static String in(Application application) throws IOException, InterruptedException {
        return open(application, FACTS);
    }

    private static String open(Application application, int facts) throws IOException, InterruptedException {
        long child = application.nextChild();
        application.heardOf(child + 1);
        return application.inside(
                "/bench/long-case", Map.of("child", child, "facts", facts), new TypeReference<String>() {});
    }
}
