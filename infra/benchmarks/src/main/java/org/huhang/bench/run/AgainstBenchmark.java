package org.huhang.bench.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.huhang.bench.database.Server;
import org.huhang.bench.database.Sql;
import org.huhang.bench.hostile.TokenProvider;
import org.huhang.bench.load.LoadGenerator;
import org.huhang.bench.load.Operation;
import org.huhang.bench.measure.Medians;
import org.huhang.bench.measure.Pairs;
import org.huhang.bench.measure.Promises;
import org.huhang.bench.measure.Results;
import org.huhang.bench.measure.Rounds;
import org.huhang.bench.measure.Sample;
import org.huhang.bench.measure.Subject;

/**
 * This build against another revision's: both run at once, each on a PostgreSQL of its own, and take turns. The other is known by its
 * API and its database alone, for its classes may be others.
 */
final class AgainstBenchmark {

    private static final int CONNECTIONS = 64;
    private static final int SLICES = 3;
    private static final int MOST_CASES = 5_000;
    private static final Duration LOOKS = Duration.ofSeconds(2);
    private static final String DATABASE = "huhang";
    private static final String READ_MODEL = "ledger";

    private final Options options;
    private final LoadGenerator generator;
    private final List<Side> sides;
    private final Results results = new Results();

    private AgainstBenchmark(Options options, Workplace workplace) throws Exception {
        this.options = options;
        this.generator = workplace.loadGenerator();
        Build other = Build.of(options.rev(), options.work());
        TokenProvider provider = workplace.provider();
        this.sides = List.of(
                side(Build.here(), workplace, workplace.server(), provider),
                side(other, workplace, workplace.anotherServer(), provider));
    }

    static Results run(Options options, Workplace workplace) throws Exception {
        return new AgainstBenchmark(options, workplace).run();
    }

    /** One of the two, and what is measured of it. */
    private record Side(String name, Application application, Server server, Rounds rounds, List<Subject> subjects) {

        Sample sample(int subject, int round, Duration length) throws Exception {
            return rounds.sample(subjects.get(subject), round, length);
        }
    }

    private Side side(Build build, Workplace workplace, Server server, TokenProvider provider) throws Exception {
        server.create(DATABASE);
        Application application = workplace.application(build, server, DATABASE, provider);
        ReadModelsOutside readModels = new ReadModelsOutside(application);
        return new Side(
                build.name(),
                application,
                server,
                new Rounds(server.process()),
                List.of(
                        commands("add", build, application, Operation.ADD, readModels),
                        commands("open", build, application, Operation.OPEN, readModels),
                        new VisibleOutside(named("visible", build.name()), application),
                        new RebuildOf(
                                named("rebuild " + READ_MODEL, build.name()), READ_MODEL, application, 1, readModels)));
    }

    private HttpCommands commands(
            String what, Build build, Application application, Operation operation, ReadModelsOutside readModels) {
        return new HttpCommands(
                named(what, build.name()),
                application,
                generator,
                operation,
                CONNECTIONS,
                cases(),
                Optional.of(readModels));
    }

    private int cases() {
        return Math.min(MOST_CASES, options.cases());
    }

    private static String named(String what, String build) {
        return what + ", " + build;
    }

    private Results run() throws Exception {
        for (Side side : sides) {
            SetUpOutside.cases(side.application(), cases());
        }
        warmUp();
        for (int pair = 1; pair <= options.pairs(); pair++) {
            List<Side> order = new ArrayList<>(sides);
            Collections.rotate(order, pair);
            for (int subject = 0; subject < sides.getFirst().subjects().size(); subject++) {
                for (Side side : order) {
                    Sample sample = side.sample(subject, pair, length(subject));
                    results.add(List.of(sample));
                    System.out.printf("pair %d of %d  %s%n", pair, options.pairs(), sample.line());
                }
            }
        }
        compare("add");
        compare("open");
        compare("rebuild " + READ_MODEL);
        visible();
        for (Side side : sides) {
            sizes(side);
        }
        return results;
    }

    private Duration length(int subject) {
        return sides.getFirst().subjects().get(subject) instanceof VisibleOutside
                        && options.length().compareTo(LOOKS) > 0
                ? LOOKS
                : options.length();
    }

    /** Both in slices of one length, so that neither has had more of the compiler than the other; and once through the rest. */
    private void warmUp() throws Exception {
        Duration slice = options.warmUp().dividedBy(SLICES);
        for (int number = 1; number <= SLICES; number++) {
            for (int subject = 0; subject < sides.getFirst().subjects().size(); subject++) {
                for (Side side : sides) {
                    Duration length = subject < 2 ? slice.dividedBy(2) : length(subject);
                    System.out.println(
                            "warm-up  " + side.sample(subject, 0, length).line());
                }
            }
        }
    }

    private void compare(String what) {
        add(Promises.processorAgainst(what), ratios(what, Pairs::processor));
        add(what + ", rate, this / other", ratios(what, Sample::perSecond));
    }

    private void add(String figure, List<Double> ratios) {
        results.add(figure, Medians.of(ratios));
        results.add(figure + ": lowest", Collections.min(ratios));
        results.add(figure + ": highest", Collections.max(ratios));
    }

    private void visible() {
        for (double share : new double[] {0.5, 0.99}) {
            results.add(
                    "commit to visible, p%.0f, this / other".formatted(100 * share),
                    Medians.of(ratios(
                            "visible", sample -> sample.done().latencies().millis(share))));
        }
    }

    private List<Double> ratios(String what, ToDoubleFunction<Sample> figure) {
        return Pairs.ratios(of(what, 0), of(what, 1), figure);
    }

    private List<Sample> of(String what, int side) {
        String subject = named(what, sides.get(side).name());
        return results.samples().stream()
                .filter(sample -> sample.subject().equals(subject))
                .toList();
    }

    private void sizes(Side side) throws SQLException {
        try (Connection connection = side.server().connect(DATABASE)) {
            double events = Sql.number(connection, "SELECT count(*) FROM log.event");
            results.add(
                    "log, bytes an event, " + side.name(),
                    Sql.number(connection, "SELECT pg_total_relation_size('log.event')") / events);
            results.add(
                    "whole database, bytes an event, " + side.name(),
                    Sql.number(connection, "SELECT pg_database_size(current_database())") / events);
        }
    }
}
