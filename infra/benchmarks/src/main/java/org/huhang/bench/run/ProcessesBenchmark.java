package org.huhang.bench.run;

import java.util.ArrayList;
import java.util.List;
import org.huhang.bench.load.Operation;
import org.huhang.bench.measure.Results;
import org.huhang.bench.measure.Rounds;
import org.huhang.bench.measure.Sample;

/**
 * What it costs that several processes write on one database, each active. Every number of processes is started anew, twice,
 * on a copy of the same database: one that only follows what the others write would cost its share too, and a case is the
 * dearer to read the more others have added to it before.
 */
final class ProcessesBenchmark {

    private static final List<Integer> PROCESSES = List.of(1, 2, 4);
    private static final int PASSES = 2;
    private static final String ORIGINAL = "shared";

    private final Options options;
    private final Workplace workplace;
    private final Rounds rounds;
    private final Results results = new Results();

    private ProcessesBenchmark(Options options, Workplace workplace) {
        this.options = options;
        this.workplace = workplace;
        this.rounds = new Rounds(workplace.server().process());
    }

    static Results run(Options options, Workplace workplace) throws Exception {
        workplace.server().create(ORIGINAL);
        try (Application first = workplace.application(ORIGINAL, "huhang.role=command")) {
            SetUp.cases(first, options.cases());
        }
        ProcessesBenchmark benchmark = new ProcessesBenchmark(options, workplace);
        for (int pass = 1; pass <= PASSES; pass++) {
            for (int processes : pass % 2 == 1 ? PROCESSES : PROCESSES.reversed()) {
                String database = "shared_%d_%d".formatted(processes, pass);
                workplace.server().copy(ORIGINAL, database);
                benchmark.measure(processes, database);
            }
        }
        return benchmark.summed();
    }

    private void measure(int processes, String database) throws Exception {
        List<Application> applications = new ArrayList<>();
        try {
            for (int number = 0; number < processes; number++) {
                Application application = workplace.application(database, "huhang.role=command");
                applications.add(application);
                application.heardOf(options.cases());
            }
            SeveralProcesses add = new SeveralProcesses(Operation.ADD, applications, options.cases());
            new WarmUp(rounds, options).of(add, applications);
            results.add(rounds.run(List.of(add), options.rounds(), options.length()));
        } finally {
            applications.forEach(Application::close);
        }
    }

    /** What each number of processes reaches of what one does. */
    private Results summed() {
        double one = results.of(Sample.key(SeveralProcesses.name(Operation.ADD, 1), SeveralProcesses.THREADS));
        for (int processes : PROCESSES) {
            results.add(
                    processes + " writing / 1 writing",
                    results.of(Sample.key(SeveralProcesses.name(Operation.ADD, processes), SeveralProcesses.THREADS))
                            / one);
        }
        return results;
    }
}
