package org.huhang.bench.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.huhang.bench.database.PlainTable;
import org.huhang.bench.load.HeadCall;
import org.huhang.bench.measure.Latencies;
import org.huhang.bench.measure.Promises;
import org.huhang.bench.measure.Results;
import org.huhang.bench.measure.Rounds;
import org.huhang.bench.measure.Sample;

/** How long a query waits that is to be answered as of now, with nobody, one and eight who write. */
final class MomentsBenchmark {

    private static final String DATABASE = "moments";
    private static final int NOBODY = 0;
    private static final int MOST = 8;
    private static final List<Integer> WRITERS = List.of(NOBODY, 1, MOST);

    private final Options options;
    private final Application application;
    private final Rounds rounds;
    private final Results results = new Results();

    private MomentsBenchmark(Options options, Workplace workplace) throws Exception {
        this.options = options;
        this.rounds = new Rounds(workplace.server().process());
        workplace.server().create(DATABASE);
        PlainTable.create(workplace.server(), DATABASE);
        this.application = workplace.application(DATABASE, "huhang.role=command");
    }

    static Results run(Options options, Workplace workplace) throws Exception {
        return new MomentsBenchmark(options, workplace).run();
    }

    private Results run() throws Exception {
        SetUp.cases(application, options.cases());
        new WarmUp(rounds, options).of(turn(MOST), List.of(application));
        List<Integer> order = new ArrayList<>(WRITERS);
        for (int round = 1; round <= options.rounds(); round++) {
            for (int writers : order) {
                results.add(turn(writers).samples(round, options.length()));
            }
            System.out.printf("round %d of %d%n", round, options.rounds());
            Collections.rotate(order, -1);
        }
        System.out.println(judged(results));
        return results;
    }

    private HeadTurn turn(int writers) {
        return new HeadTurn(application, writers, options.cases());
    }

    /** Adds what is promised to the results, and shows from what it follows. */
    static String judged(Results results) {
        StringBuilder table = new StringBuilder("\n%8s  %-16s %9s %9s %9s %16s%n"
                .formatted("writers", "", "times", "p50 ms", "p99 ms", "/ commit's p99"));
        for (int writers : WRITERS) {
            for (HeadCall call : HeadCall.values()) {
                Latencies all = latencies(results, call, writers);
                if (all.count() > 0) {
                    table.append("%8d  %-16s %,9d %9.3f %9.3f %16.2f%n"
                            .formatted(
                                    writers,
                                    call.words(),
                                    all.count(),
                                    all.millis(0.5),
                                    all.millis(0.99),
                                    byCommit(results, call, writers)));
                }
            }
        }
        results.add(Promises.WAIT_AT_THE_HEAD, worst(results, HeadCall.AS_OF_NOW));
        results.add("the wait alone / one-row commit, p99", worst(results, HeadCall.WAIT));
        results.add(
                Promises.WAIT_WHERE_NOBODY_WRITES,
                latencies(results, HeadCall.AS_OF_NOW, NOBODY).millis(0.5)
                        - latencies(results, HeadCall.ROUND_TRIP, NOBODY).millis(0.5));
        return table.toString();
    }

    private static double worst(Results results, HeadCall call) {
        return WRITERS.stream()
                .filter(writers -> writers != NOBODY)
                .mapToDouble(writers -> byCommit(results, call, writers))
                .max()
                .orElseThrow();
    }

    private static double byCommit(Results results, HeadCall call, int writers) {
        return latencies(results, call, writers).millis(0.99)
                / latencies(results, HeadCall.COMMIT, writers).millis(0.99);
    }

    private static Latencies latencies(Results results, HeadCall call, int writers) {
        return results.latencies(Sample.key(call.words(), writers));
    }
}
