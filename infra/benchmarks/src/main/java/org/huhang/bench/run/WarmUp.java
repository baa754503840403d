package org.huhang.bench.run;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.huhang.bench.measure.Rounds;
import org.huhang.bench.measure.Sample;
import org.huhang.bench.measure.Subject;
import tools.jackson.core.type.TypeReference;

/** Lets a subject work, unmeasured, until the compiler has little left to do: what is measured before is the compiler. */
final class WarmUp {

    private static final int SLICES = 3;
    private static final int LONGEST = 7;

    /** Of one processor. */
    private static final double LITTLE = 0.05;

    private final Rounds rounds;
    private final Options options;

    WarmUp(Rounds rounds, Options options) {
        this.rounds = rounds;
        this.options = options;
    }

    /** For as long as the options say, and then on while any of the applications still compiles, but not for ever. */
    void of(Subject subject, List<Application> applications) throws Exception {
        int most = options.quick() ? SLICES : SLICES * LONGEST;
        double compiling = 1;
        for (int slice = 1; slice <= most && (slice <= SLICES || compiling > LITTLE); slice++) {
            long before = compiled(applications);
            Sample sample = rounds.sample(subject, 0, options.warmUp().dividedBy(SLICES));
            compiling = (compiled(applications) - before) / 1e3 / sample.done().seconds();
            System.out.printf(
                    "warm-up  %-16s %,8.0f/s, compiling %.0f %% of a processor%n",
                    sample.key(), sample.perSecond(), 100 * compiling);
        }
    }

    /** Milliseconds spent so far, by all of them. */
    private static long compiled(List<Application> applications) throws IOException, InterruptedException {
        long spent = 0;
        for (Application application : applications) {
            spent += application.inside("/bench/compiled", Map.of(), new TypeReference<Long>() {});
        }
        return spent;
    }
}
