package org.huhang.bench.run;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huhang.bench.database.Clones;
import org.huhang.bench.database.Layouts;
import org.huhang.bench.database.Server;
import org.huhang.bench.database.Sizes;
import org.huhang.bench.load.Operation;
import org.huhang.bench.measure.Done;
import org.huhang.bench.measure.Results;
import org.huhang.bench.measure.Rounds;
import org.huhang.bench.measure.Subject;
import tools.jackson.core.type.TypeReference;

/** Whether a log of ten times the facts is as fast, in the same run; and whether partitions would help it. */
final class AgeingBenchmark {

    private static final String SET = "aged";
    private static final int FACTS_A_CASE = 20;
    private static final int TEMPLATES = 100;
    private static final int TIMES = 10;
    private static final int THREADS = 64;
    private static final Duration LEAST_TURN = Duration.ofSeconds(20);

    /** Two logs, the partitioned copy of the larger, indexes, and what PostgreSQL writes ahead. */
    private static final long BYTES_A_FACT = 2_800;

    private static final long BYTES_BESIDE = 4_000_000_000L;

    private final Options options;
    private final Workplace workplace;
    private final Server server;
    private final Rounds rounds;
    private final Results results = new Results();

    private AgeingBenchmark(Options options, Workplace workplace) {
        this.options = options;
        this.workplace = workplace;
        this.server = workplace.server();
        this.rounds = new Rounds(server.process());
    }

    static Results run(Options options, Workplace workplace) throws Exception {
        return new AgeingBenchmark(options, workplace).run();
    }

    /** @throws IllegalStateException before anything is begun, when the disk is too small */
    static void requireRoom(Options options) throws Exception {
        long needed = options.facts() * TIMES * BYTES_A_FACT + BYTES_BESIDE;
        long free = Files.getFileStore(Files.createDirectories(options.work())).getUsableSpace();
        if (free < needed) {
            throw new IllegalStateException(
                    "Ageing to %,d facts needs %,.0f GB on the disk of %s, where %,.0f GB are free: make room, name another"
                                    .formatted(options.facts() * TIMES, needed / 1e9, options.work(), free / 1e9)
                            + " folder with --work, or fewer facts with --facts.");
        }
    }

    private Results run() throws Exception {
        Aged small = aged("aged_small", options.facts());
        Aged large = aged("aged_large", options.facts() * TIMES);
        List<Subject> subjects = new ArrayList<>();
        subjects.addAll(small.subjects("1×", options.cases()));
        subjects.addAll(large.subjects("10×", options.cases()));
        for (Subject subject : subjects) {
            System.out.println(
                    "warm-up  " + rounds.sample(subject, 0, options.warmUp()).key());
        }
        results.add(rounds.run(subjects, options.rounds(), turn()));
        layouts(large);
        List<Sizes.Part> sizes = Sizes.of(server, large.application.database());
        sizes.forEach(part -> results.add(part.name() + ", MB, 10×", part.bytes() / 1e6));
        Sizes.of(server, small.application.database())
                .forEach(part -> results.add(part.name() + ", MB, 1×", part.bytes() / 1e6));
        results.add("facts, 1×", options.facts());
        System.out.println(Sizes.extrapolated(sizes, options.facts() * TIMES, options.facts() * TIMES * TIMES));
        return results;
    }

    private Duration turn() {
        return options.quick() || options.length().compareTo(LEAST_TURN) > 0 ? options.length() : LEAST_TURN;
    }

    private void layouts(Aged large) throws Exception {
        String database = large.application.database();
        large.application.close();
        Layouts.prepare(server, database);
        List<Subject> subjects = new ArrayList<>();
        for (Layouts layout : Layouts.values()) {
            subjects.add(layout.inserts(server, database));
            subjects.add(layout.lookups(server, database, SET, large.cases));
        }
        for (Subject subject : subjects) {
            rounds.sample(subject, 0, options.length());
        }
        results.add(rounds.run(subjects, options.rounds(), options.length()));
    }

    /** The templates are made by the real commands; the application is started anew on the log that is grown from them. */
    private Aged aged(String database, long facts) throws Exception {
        server.create(database);
        try (Application templates = workplace.application(database, "huhang.role=command")) {
            SetUp.cases(templates, TEMPLATES);
            templates.inside(
                    "/bench/commands",
                    Map.of(
                            "operation",
                            Operation.ADD,
                            "threads",
                            8,
                            "seconds",
                            options.quick() ? 6 : 30,
                            "set",
                            SetUp.SET,
                            "firstChild",
                            0,
                            "cases",
                            TEMPLATES),
                    new TypeReference<Done>() {});
        }
        new Clones(server, database).ofCases(SET, facts, FACTS_A_CASE);
        Application application = workplace.application(database, "huhang.role=command");
        application.heardOf(TEMPLATES);
        return new Aged(application, facts / FACTS_A_CASE, LongCase.in(application));
    }

    private record Aged(Application application, long cases, String longCase) {

        /** @param remembered how many cases are written to in turns; after the warm-up they are in the application's memory */
        List<Subject> subjects(String age, int remembered) {
            return List.of(
                    append("S1 " + age, Math.min(remembered, cases)),
                    append("any case " + age, cases),
                    new InsideReplay("replay " + age, application, longCase));
        }

        private Subject append(String name, long among) {
            return new InsideCommands(name, application, Operation.ADD, THREADS, SET, among, Optional.empty());
        }
    }
}
