package org.huhang.bench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huhang.bench.hostile.Hostile;
import org.huhang.bench.hostile.Hostilities;
import org.huhang.bench.hostile.TokenProvider;
import org.huhang.bench.load.LoadGenerator;
import org.huhang.bench.measure.Latencies;
import org.huhang.bench.measure.LowPriority;
import org.huhang.bench.measure.Promises;
import org.huhang.bench.measure.Results;
import org.huhang.bench.measure.Rounds;
import org.huhang.bench.measure.Sample;
import org.huhang.bench.measure.Subject;
import org.huhang.kernel.access.Role;

/** Whether an ordinary office notices what a stranger, or one account of low rank, does at the same time. */
final class IsolationBenchmark {

    private static final String ALONE = "office alone";
    private static final String ANOTHER_COUNTY = "640121";
    private static final String TOWNSHIP_THERE = "640121104";
    private static final String TOWNSHIP_HERE = "330109103";
    private static final String VILLAGE_HERE = "330109103201";

    private final Options options;
    private final TokenProvider provider;
    private final Application application;
    private final LoadGenerator generator;
    private final ReadModelsOutside readModels;
    private final Rounds rounds;
    private final Results results = new Results();

    private IsolationBenchmark(Options options, Workplace workplace) throws Exception {
        this.options = options;
        this.rounds = new Rounds(workplace.server().process());
        this.generator = workplace.loadGenerator();
        workplace.server().create("isolation");
        this.provider = TokenProvider.start();
        this.application = workplace.application("isolation", provider);
        this.readModels = new ReadModelsOutside(application);
    }

    static Results run(Options options, Workplace workplace) throws Exception {
        return new IsolationBenchmark(options, workplace).run();
    }

    private Results run() throws Exception {
        SetUp.cases(application, options.cases());
        LowPriority.take();
        Subject alone = office(ALONE, Optional.empty());
        List<Subject> subjects = new ArrayList<>(List.of(alone));
        hostilities().forEach((name, hostile) -> {
            if (options.beside().isEmpty() || options.beside().contains(name.replace(' ', '-'))) {
                subjects.add(office("× " + name, Optional.of(hostile)));
            }
        });
        new WarmUp(rounds, options).of(alone, List.of(application));
        for (Subject subject : subjects.subList(1, subjects.size())) {
            System.out.println(
                    "warm-up  " + rounds.sample(subject, 0, options.length()).key());
        }
        results.add(rounds.run(subjects, options.rounds(), options.length()));
        judge(subjects);
        return results;
    }

    private Subject office(String name, Optional<Hostile.Beginning> hostile) {
        return new Beside(name, application, generator, readModels, options, hostile);
    }

    private Map<String, Hostile.Beginning> hostilities() throws Exception {
        return new Hostilities(
                        application.base(),
                        options.hostile(),
                        one("director", Role.CHILD_DIRECTOR, VILLAGE_HERE),
                        one("supervisor", Role.SUPERVISOR, TOWNSHIP_HERE),
                        LongCase.in(application),
                        one("analyst", Role.ANALYST, "000000"),
                        one("neighbour", Role.COUNTY_OFFICER, ANOTHER_COUNTY),
                        this::list,
                        options.rows(),
                        provider)
                .all();
    }

    private String one(String account, Role role, String division) throws Exception {
        return application.tokens(account, role, division, 1).getFirst();
    }

    /** Called by the hostile county's threads, while nobody else registers anybody. */
    private synchronized String list(int rows) {
        long first = application.nextChild();
        application.heardOf(first + rows);
        return CsvImport.list(first, rows, TOWNSHIP_THERE);
    }

    private void judge(List<Subject> subjects) {
        double alone = results.latencies(key(ALONE)).millis(0.99);
        double worst = 0;
        double longest = 0;
        StringBuilder table = new StringBuilder("\n%-18s %9s %9s %9s %9s %11s %8s   %s%n"
                .formatted(
                        "", "answered", "p50 ms", "p99 ms", "× alone", "longest ms", "refused", "the hostile caller"));
        for (Subject subject : subjects) {
            Latencies all = results.latencies(key(subject.name()));
            double ratio = all.millis(0.99) / alone;
            if (!subject.name().equals(ALONE)) {
                worst = Math.max(worst, ratio);
                longest = Math.max(longest, all.millis(1));
            }
            table.append("%-18s %,9d %9.2f %9.2f %9.2f %11.1f %,8.0f   %s%n"
                    .formatted(
                            subject.name(),
                            all.count(),
                            all.millis(0.5),
                            all.millis(0.99),
                            ratio,
                            all.millis(1),
                            of(subject).stream()
                                    .mapToDouble(sample -> sample.done().refused())
                                    .sum(),
                            answers(of(subject))));
        }
        results.add(Promises.WORST_BESIDE_A_HOSTILE_CALLER, worst);
        results.add(Promises.LONGEST_BESIDE_A_HOSTILE_CALLER, longest);
        System.out.println(table);
    }

    private static Map<String, Double> answers(List<Sample> samples) {
        Map<String, Double> sum = new TreeMap<>();
        samples.forEach(sample -> sample.done().also().forEach((what, count) -> {
            if (what.startsWith("hostile ")) {
                sum.merge(what.substring("hostile ".length()), count, Double::sum);
            }
        }));
        return sum;
    }

    private List<Sample> of(Subject subject) {
        return results.samples().stream()
                .filter(sample -> sample.subject().equals(subject.name()))
                .toList();
    }

    private static String key(String name) {
        return Sample.key(name, Beside.CONNECTIONS);
    }
}
