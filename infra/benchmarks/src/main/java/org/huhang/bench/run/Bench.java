package org.huhang.bench.run;

import java.nio.file.Path;
import java.util.Arrays;
import org.huhang.bench.measure.Machine;
import org.huhang.bench.measure.Promises;
import org.huhang.bench.measure.RawData;
import org.huhang.bench.measure.Results;

/**
 * The benchmarks' commands: {@code log}, {@code processes}, {@code rebuild}, {@code ageing}, {@code isolation}, {@code
 * moments} and {@code against}, each with {@link Options}.
 */
public final class Bench {

    private static final String NO_MEASUREMENT =
            "\n*** TRIED OUT ONLY (--quick): too short, too cold. None of these figures is a measurement. ***\n";

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        String command = arguments.length == 0 || arguments[0].startsWith("--") ? "log" : arguments[0];
        String[] rest = Arrays.stream(arguments)
                .filter(argument -> !argument.equals(command))
                .flatMap(argument -> Arrays.stream(argument.split(" ")))
                .toArray(String[]::new);
        Options options = Options.of(rest);
        System.out.println("Huhang benchmark \"" + command + "\" on " + Machine.here() + "\n" + options.shown());
        warn(options);
        Results results = run(command, options);
        System.out.println(results.table() + Promises.table(results));
        Path file = RawData.write(options.out(), (options.quick() ? "quick-" : "") + command, options.shown(), results);
        System.out.println("\nRaw data: " + file);
        warn(options);
    }

    private static Results run(String command, Options options) throws Exception {
        if (command.equals("ageing")) {
            AgeingBenchmark.requireRoom(options);
        }
        try (Workplace workplace = Workplace.in(options.work())) {
            System.out.println("PostgreSQL: " + workplace.server().description());
            return switch (command) {
                case "log" -> LogBenchmark.run(options, workplace);
                case "processes" -> ProcessesBenchmark.run(options, workplace);
                case "rebuild" -> RebuildBenchmark.run(options, workplace);
                case "ageing" -> AgeingBenchmark.run(options, workplace);
                case "isolation" -> IsolationBenchmark.run(options, workplace);
                case "moments" -> MomentsBenchmark.run(options, workplace);
                case "against" -> AgainstBenchmark.run(options, workplace);
                default -> throw new IllegalArgumentException("There is no benchmark " + command);
            };
        }
    }

    private static void warn(Options options) {
        if (options.quick()) {
            System.out.println(NO_MEASUREMENT);
        }
    }
}
