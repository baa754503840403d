package org.huhang.bench.run;

import java.util.ArrayList;
import java.util.List;
import org.huhang.bench.database.Clones;
import org.huhang.bench.database.Drain;
import org.huhang.bench.database.Server;
import org.huhang.bench.measure.Results;
import org.huhang.bench.measure.Rounds;
import org.huhang.bench.measure.Subject;

/** How fast read models are made anew and followed, against draining the same log; and how fast one case is replayed. */
final class RebuildBenchmark {

    private static final int FACTS_A_CHILD = 6;
    private static final int MOST_CHILDREN = 5000;

    private final Options options;
    private final Workplace workplace;
    private final Server server;
    private final Rounds rounds;
    private final Results results = new Results();

    private RebuildBenchmark(Options options, Workplace workplace) {
        this.options = options;
        this.workplace = workplace;
        this.server = workplace.server();
        this.rounds = new Rounds(server.process());
    }

    static Results run(Options options, Workplace workplace) throws Exception {
        return new RebuildBenchmark(options, workplace).run();
    }

    private Results run() throws Exception {
        List<String> models = fill("one");
        server.copy("one", "two");
        Application one = workplace.application("one", keys(1));
        Application two = workplace.application("two", keys(2));
        List<Subject> subjects = new ArrayList<>();
        subjects.addAll(subjects(one, 1, models));
        subjects.addAll(subjects(two, 2, models));
        one.heardOf(options.facts());
        subjects.add(new HttpReplay(one, LongCase.in(one)));
        for (Subject subject : subjects) {
            System.out.println(
                    "warm-up  " + rounds.sample(subject, 0, options.length()).key());
        }
        results.add(rounds.run(subjects, options.rounds(), options.length()));
        return results;
    }

    private List<Subject> subjects(Application application, int cursors, List<String> models) throws Exception {
        List<Subject> subjects = new ArrayList<>();
        subjects.add(Drain.rows(server, application.database(), cursors, Long.MAX_VALUE));
        subjects.add(Drain.facts(server, application.database(), cursors, Long.MAX_VALUE));
        ReadModelsOutside readModels = new ReadModelsOutside(application);
        for (String model : models) {
            subjects.add(new RebuildOf(model, application, cursors, readModels));
            subjects.add(new FollowingOf(model, server, application, cursors, readModels));
        }
        return subjects;
    }

    /**
     * The demo's two years, lived by the real commands, and then by as many further children as it takes.
     *
     * @return names of the read models, which have all followed to the end
     */
    private List<String> fill(String database) throws Exception {
        server.create(database);
        int children = (int) Math.min(MOST_CHILDREN, Math.max(50, options.facts() / FACTS_A_CHILD / 10));
        List<String> models;
        try (Application demo =
                workplace.application(database, "huhang.demo=true", "huhang.demo-children=" + children)) {
            models = new ReadModelsOutside(demo).names();
        }
        new Clones(server, database).ofTheWholeLog(options.facts(), models);
        try (Application following = workplace.application(database, keys(1))) {
            double seconds = new ReadModelsOutside(following).awaitCaughtUp();
            results.add("all read models following from the first fact on, seconds", seconds);
            System.out.printf("all read models followed the log in %.1f s%n", seconds);
        }
        return models;
    }

    private static String[] keys(int cursors) {
        return new String[] {"huhang.read-models.cursors=" + cursors, "huhang.read-models.segments=" + cursors};
    }
}
