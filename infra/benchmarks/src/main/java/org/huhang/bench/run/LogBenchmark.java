package org.huhang.bench.run;

import static org.huhang.bench.load.Operation.ADD;
import static org.huhang.bench.load.Operation.EMPTY;
import static org.huhang.bench.load.Operation.MIXED;
import static org.huhang.bench.load.Operation.OPEN;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huhang.bench.database.Drain;
import org.huhang.bench.database.Inserts;
import org.huhang.bench.database.JdbcLoop;
import org.huhang.bench.database.Pgbench;
import org.huhang.bench.database.PlainTable;
import org.huhang.bench.database.Server;
import org.huhang.bench.load.LoadGenerator;
import org.huhang.bench.load.Operation;
import org.huhang.bench.measure.Results;
import org.huhang.bench.measure.Rounds;
import org.huhang.bench.measure.Sample;
import org.huhang.bench.measure.Subject;

/** How fast the log takes commands, against plain PostgreSQL, an empty endpoint and plain Axon. */
final class LogBenchmark {

    private static final int COMPARED_AT = 64;
    private static final long MOST_DRAINED = 500_000;
    private static final double SHARE_OF_MAXIMUM = 0.7;

    private final Options options;
    private final Server server;
    private final LoadGenerator generator;
    private final Application ours;
    private final ReadModelsOutside readModels;
    private final Application inside;
    private final Application stock;
    private final Inserts.Sender sender;
    private final Rounds rounds;
    private final Results results = new Results();

    private LogBenchmark(Options options, Workplace workplace) throws Exception {
        this.options = options;
        this.server = workplace.server();
        this.rounds = new Rounds(server.process());
        this.sender = Pgbench.find(server, workplace.folder())
                .<Inserts.Sender>map(it -> it)
                .orElseGet(() -> new JdbcLoop(server));
        PlainTable.create(server);
        for (String database : List.of("ours", "inside", "stock")) {
            server.create(database);
        }
        this.generator = workplace.loadGenerator();
        this.ours = workplace.application("ours");
        this.inside = workplace.application("inside", "huhang.role=command");
        this.stock = workplace.application("stock", "huhang.role=command", "bench.stock=true");
        this.readModels = new ReadModelsOutside(ours);
    }

    static Results run(Options options, Workplace workplace) throws Exception {
        return new LogBenchmark(options, workplace).run();
    }

    private Results run() throws Exception {
        System.out.println("L1 and L2 are sent by " + sender);
        for (Application application : List.of(ours, inside, stock)) {
            SetUp.cases(application, options.cases());
        }
        warmUp();
        results.add(rounds.run(subjects(), options.rounds(), options.length()));
        new VisibilityRounds(ours, readModels, options).run(results);
        openLoad();
        return results;
    }

    /** The same mix through everything that is compiled, and once through what has no mix. */
    private void warmUp() throws Exception {
        WarmUp warmUp = new WarmUp(rounds, options);
        warmUp.of(
                new InsideCommands(
                        "S1 mixed", inside, MIXED, COMPARED_AT, SetUp.SET, options.cases(), Optional.empty()),
                List.of(inside));
        warmUp.of(http("S0 mixed", stock, MIXED, COMPARED_AT), List.of(stock));
        warmUp.of(http("S2 mixed", ours, MIXED, COMPARED_AT), List.of(ours));
        warmUp.of(http("L5", ours, EMPTY, COMPARED_AT), List.of(ours));
        for (Subject once : List.of(
                new CsvImport(ours, options.rows(), readModels),
                new Inserts("L1", 1, COMPARED_AT, sender),
                Drain.facts(server, ours.database(), 1, MOST_DRAINED))) {
            System.out.println(
                    "warm-up  " + rounds.sample(once, 0, Duration.ofSeconds(1)).key());
        }
    }

    private List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        for (int connections : options.connections()) {
            subjects.add(new Inserts("L1", 1, connections, sender));
            subjects.add(http("L5", ours, EMPTY, connections));
            for (Operation operation : List.of(ADD, OPEN)) {
                String what = operation == ADD ? " add" : " open";
                subjects.add(http("S0" + what, stock, operation, connections));
                subjects.add(new InsideCommands(
                        "S1" + what, inside, operation, connections, SetUp.SET, options.cases(), Optional.empty()));
                subjects.add(http("S2" + what, ours, operation, connections));
            }
        }
        subjects.add(new InsideCommands(
                "S1 add, live", ours, ADD, COMPARED_AT, SetUp.SET, options.cases(), Optional.of(readModels)));
        subjects.add(new Inserts("L2", 100, COMPARED_AT, sender));
        for (int cursors : List.of(1, 2)) {
            subjects.add(Drain.rows(server, ours.database(), cursors, MOST_DRAINED));
            subjects.add(Drain.facts(server, ours.database(), cursors, MOST_DRAINED));
        }
        subjects.add(new CsvImport(ours, options.rows(), readModels));
        return subjects;
    }

    private HttpCommands http(String name, Application application, Operation operation, int connections) {
        return new HttpCommands(
                name,
                application,
                generator,
                operation,
                connections,
                options.cases(),
                Optional.of(readModels).filter(_ -> application == ours && operation != EMPTY));
    }

    /** Callers do not wait for each other: a request is due when it is due, and its time counts from there. */
    private void openLoad() throws Exception {
        double maximum = options.connections().stream()
                .mapToDouble(connections -> results.of(Sample.key("S2 add", connections)))
                .max()
                .orElseThrow();
        double due = SHARE_OF_MAXIMUM * maximum;
        System.out.printf("%nopen load: %,.0f commands due a second for %s%n", due, options.openLoad());
        Sample sample =
                rounds.sample(http("S2 add", ours, ADD, 256).open("S2 add, open load", due), 1, options.openLoad());
        results.add(List.of(sample));
        results.add("open load: commands due a second", due);
    }
}
