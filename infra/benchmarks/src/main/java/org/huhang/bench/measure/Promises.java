package org.huhang.bench.measure;

import static org.huhang.bench.measure.Ratio.atLeast;
import static org.huhang.bench.measure.Ratio.atMost;

import java.util.List;

/** What the log is to reach, all at 64 connections unless it says otherwise. */
public final class Promises {

    public static final String VISIBLE_P99 = "commit to visible at 500/s, p99 ms";

    public static final String WORST_BESIDE_A_HOSTILE_CALLER = "p99 beside the worst hostile caller / p99 alone";
    public static final String LONGEST_BESIDE_A_HOSTILE_CALLER = "longest answer beside a hostile caller, ms";

    /** Beside one and eight writers, whichever is worse. */
    public static final String WAIT_AT_THE_HEAD = "as of now / one-row commit, p99";

    public static final String WAIT_WHERE_NOBODY_WRITES = "as of now where nobody writes, over SELECT 1, p50 ms";

    public static final List<Ratio> ALL = List.of(
            atLeast("S2 / L5", "S2 add @64", "L5 @64", 0.40, 0.60),
            atLeast("S2 / S0, add to a case", "S2 add @64", "S0 add @64", 8, 12),
            atLeast("S2 / S0, open a case", "S2 open @64", "S0 open @64", 3.5, 5),
            atLeast("S1 / L1", "S1 add @64", "L1 @64", 2, 3),
            atLeast("transactional projection / R2, ledger", "follow ledger @1", "R2 @1", 0.25, 0.5),
            atLeast("rebuild / R1, 1 cursor, ledger", "rebuild ledger @1", "R1 @1", 0.6, 0.9),
            atLeast("rebuild / R1, 2 cursors, ledger", "rebuild ledger @2", "R1 @2", 0.6, 0.9),
            atMost("commit → visible, p99 at 500/s, ms", VISIBLE_P99, 10, 5),
            atLeast("import of a CSV, rows/s / S2, open a case", "import @1", "S2 open @64", 0.7, 1.5),
            atLeast("throughput at 10 M events / at 1 M", "S1 10× @64", "S1 1× @64", 0.9, 1.0),
            atLeast("the same, in any case of the log", "any case 10× @64", "any case 1× @64", 0.9, 1.0),
            atLeast("replay of a case at 10 M / at 1 M", "replay 10× @1", "replay 1× @1", 0.9, 1.0),
            atMost("beside the worst hostile caller / alone, p99", WORST_BESIDE_A_HOSTILE_CALLER, 2, 1.2),
            atMost("longest answer beside one, ms", LONGEST_BESIDE_A_HOSTILE_CALLER, 2000, 500),
            atMost("as of now / one-row commit, p99", WAIT_AT_THE_HEAD, 1.2, 1.0),
            atMost("where nobody writes, over SELECT 1, p50 ms", WAIT_WHERE_NOBODY_WRITES, 0.1, 0.05),
            atMost("S2 add, processor a command / the other's", processorAgainst("add"), 1.05, 1.0),
            atMost("S2 open, processor a command / the other's", processorAgainst("open"), 1.05, 1.0),
            atMost("rebuild, processor an event / the other's", processorAgainst("rebuild ledger"), 1.05, 1.0));

    /** Processor of application and PostgreSQL together, by unit of work: this build's over that of the revision named. */
    public static String processorAgainst(String what) {
        return what + ", processor, this / other";
    }

    private Promises() {}

    /** Also those this run did not measure, so that nobody takes a part for the whole. */
    public static String table(Results results) {
        StringBuilder table = new StringBuilder(
                "%n%-44s %10s %8s %8s   %s%n".formatted("same run, 64 connections", "measured", "must", "aim", ""));
        for (Ratio ratio : ALL) {
            double value = ratio.of(results);
            table.append("%-44s %10s %8s %8s   %s%n"
                    .formatted(
                            ratio.name(),
                            Double.isNaN(value) ? "" : "%.2f".formatted(value),
                            ratio.must(),
                            ratio.aim(),
                            ratio.verdict(results).words()));
        }
        return table.toString();
    }
}
