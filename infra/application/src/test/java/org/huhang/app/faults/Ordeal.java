package org.huhang.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.huhang.app.database.Cluster;
import org.huhang.kernel.value.CaseId;

/** One application, one PostgreSQL, and what is done to them; the parent keeps the client's record through all of it. */
final class Ordeal implements AutoCloseable {

    private static final List<String> READ_MODELS = List.of("audit", "ledger", "statistics", "worklist");
    private static final int CASES = 24;
    private static final int ANSWERS_BETWEEN_FAULTS = 60;
    private static final Duration LONGEST_WAY_TO_A_MOMENT = Duration.ofSeconds(5);
    private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(30);
    private static final Duration LONGEST_REST = Duration.ofMinutes(2);
    private static final int ASKED_AT_ONCE = 5_000;

    private final Path folder;
    private final Cluster cluster;
    private final ClientRecord record = new ClientRecord();
    private final LogImage log = new LogImage();
    private final Map<Moment, Integer> reached = new EnumMap<>(Moment.class);
    private final ListsTaken lists = new ListsTaken();
    private long seed;
    private long openAtFaults;
    private int comparisons;
    private VictimProcess victim;

    private Ordeal(Path folder, Cluster cluster, long seed) {
        this.folder = folder;
        this.cluster = cluster;
        this.seed = seed;
    }

    /** Over a cluster of its own, with clients at work. */
    static Ordeal begin(Path folder, long seed) throws IOException {
        Ordeal ordeal = over(Cluster.create(folder.resolve("cluster")), folder, seed);
        for (int one = 0; one < CASES; one++) {
            ordeal.victim.order("adopt " + new Errand.Step(CaseId.random(), 0).name());
        }
        ordeal.victim.order("work");
        return ordeal;
    }

    /** Over whatever is in a cluster, with nobody at work. */
    static Ordeal over(Cluster cluster, Path folder, long seed) throws IOException {
        Ordeal ordeal = new Ordeal(folder, cluster, seed);
        ordeal.startVictim();
        return ordeal;
    }

    Cluster cluster() {
        return cluster;
    }

    ClientRecord record() {
        return record;
    }

    /** The log as it is now, read past the product. */
    List<LogRow> log() throws SQLException {
        try (Connection database = cluster.connect()) {
            log.readOn(database);
        }
        return log.rows();
    }

    /** @return everything that is wrong after it */
    List<String> cycle(Fault fault, Moment moment, Random random) throws Exception {
        heardMore(random.nextInt(ANSWERS_BETWEEN_FAULTS));
        strike(fault, moment, random);
        if (fault == Fault.APPLICATION_KILLED) {
            startVictim();
            resume();
        }
        heardMore(ANSWERS_BETWEEN_FAULTS);
        return check();
    }

    private void strike(Fault fault, Moment moment, Random random) throws Exception {
        try (Connection obstacle = cluster.connect()) {
            if (InTheMiddle.of(moment, obstacle, cluster, victim, lists::next, random)
                    .reach(LONGEST_WAY_TO_A_MOMENT)) {
                reached.merge(moment, 1, Integer::sum);
            }
            openAtFaults += record.open();
            fault.strike(cluster, victim, random);
        } catch (SQLException gone) {
            // The harness's own connection dies with the server.
        }
    }

    private void startVictim() throws IOException {
        victim = VictimProcess.start(folder, cluster.url(), seed++, record::add, lists::hear);
    }

    /** Asks again for all that was in the air, with the keys it had, and goes on. */
    private void resume() throws IOException, SQLException {
        for (Errand visit : record.openVisits()) {
            victim.order("ask " + visit.name());
        }
        for (Errand.Step step : record.next()) {
            victim.order("adopt " + step.name());
        }
        // As if the fifteen seconds had passed after which a dead process's import is taken up.
        cluster.execute("UPDATE imports.job SET heard_at = heard_at - interval '1 minute' WHERE state = 'RUNNING'");
        victim.order("work");
    }

    private List<String> check() throws SQLException {
        List<ClientRecord.Line> told = record.lines();
        try (Connection database = cluster.connect()) {
            log.readOn(database);
            return withRefusedSteps(told, Checker.check(told, log.rows(), LogImage.receipts(database)));
        }
    }

    private List<String> checkAtRest() throws SQLException {
        List<ClientRecord.Line> told = record.lines();
        try (Connection database = cluster.connect()) {
            log.readOn(database);
            return withRefusedSteps(told, Checker.checkAtRest(told, log.rows(), LogImage.receipts(database)));
        }
    }

    /** Each step follows from the one before: a refusal would mean that the application had forgotten or doubled one. */
    private static List<String> withRefusedSteps(List<ClientRecord.Line> told, List<String> findings) {
        return Stream.concat(
                        findings.stream(),
                        told.stream()
                                .filter(line -> line.errand() instanceof Errand.Step)
                                .flatMap(line -> line.answers().stream())
                                .filter(Heard.Declined.class::isInstance)
                                .map(Heard::line))
                .toList();
    }

    /** Lets everything come to rest, answers every open question, and reads the whole log once more. */
    List<String> settle() throws Exception {
        rest();
        for (ClientRecord.Line line : record.lines()) {
            if (line.open() && line.errand().keyed()) {
                victim.order("ask " + line.errand().name());
            }
        }
        until("every key is answered", () -> record.lines().stream()
                .noneMatch(line -> line.open() && line.errand().keyed()));
        lists.requireCarriedOver(cluster);
        try (Connection database = cluster.connect()) {
            log.requireUnchanged(database);
        }
        return checkAtRest();
    }

    private void rest() throws IOException, SQLException {
        victim.order("rest");
        victim.await(line -> line.startsWith("resting"), LONGEST_REST);
        cluster.execute("UPDATE imports.job SET heard_at = heard_at - interval '1 minute' WHERE state = 'RUNNING'"
                + " AND heard_at < clock_timestamp() - interval '4 seconds'");
        until(
                "no import is under way",
                () -> cluster.count("SELECT count(*) FROM imports.job" + " WHERE state IN ('WAITING', 'RUNNING')")
                        == 0);
    }

    /** Submits what was carried out once more, any {@code most}: each is answered as it was, and none has a second effect. */
    void submitAgain(int most, Random random) throws Exception {
        List<ClientRecord.Line> all = new ArrayList<>(record.lines());
        Collections.shuffle(all, random);
        List<ClientRecord.Line> keyed = all.stream()
                .filter(line -> line.errand().keyed() && line.done().isPresent())
                .limit(most)
                .toList();
        long head = cluster.count("SELECT max(position) FROM log.event");
        // Some at a time, so that the bound on waiting holds for any number of them.
        for (int from = 0; from < keyed.size(); from += ASKED_AT_ONCE) {
            List<ClientRecord.Line> some = keyed.subList(from, Math.min(keyed.size(), from + ASKED_AT_ONCE));
            long answers = record.answers();
            for (ClientRecord.Line line : some) {
                victim.order("ask " + line.errand().name());
            }
            until("all of them are answered", () -> record.answers() >= answers + some.size());
        }
        assertThat(check()).isEmpty();
        assertThat(cluster.count("SELECT max(position) FROM log.event")).isEqualTo(head);
    }

    void requireReadModelsEqualAReplay() throws Exception {
        rest();
        long head = cluster.count("SELECT max(position) FROM log.event");
        for (String readModel : READ_MODELS) {
            until(
                    readModel + " is at " + head,
                    () -> cluster.count("SELECT min(position) FROM " + readModel + ".progress") >= head);
        }
        for (String readModel : READ_MODELS) {
            Map<String, List<String>> followed = rows(readModel);
            assertThat(followed.values()).as("there is something to compare").anyMatch(rows -> !rows.isEmpty());
            assertThat(cluster.count("SELECT count(*) FROM " + readModel + ".parked"))
                    .as("cases that %s passes over", readModel)
                    .isZero();
            String order = "comparison-" + comparisons++;
            victim.order("rebuild " + readModel + " " + order);
            String end = victim.await(line -> line.contains("rebuilt " + order), LONGEST_REST);
            assertThat(end)
                    .as(() -> readModel + "; " + victim.complaints() + victim.threads())
                    .isEqualTo("rebuilt " + order + Heard.END);
            assertThat(rows(readModel)).as(readModel).isEqualTo(followed);
        }
        victim.order("work");
    }

    private Map<String, List<String>> rows(String readModel) throws SQLException {
        try (Connection database = cluster.connect()) {
            return ReadModelRows.of(readModel, database);
        }
    }

    /** That there was something to lose each time. */
    void requireThatItWasAnOrdeal(int cycles, int duplicates) {
        System.out.println(
                "CrashTest: " + log.rows().size() + " facts, " + record.lines().size() + " errands, "
                        + record.duplicates() + " submitted again, " + openAtFaults + " in the air at faults, moments "
                        + reached);
        assertThat(openAtFaults).as("commands in the air").isGreaterThan(cycles);
        assertThat(record.duplicates()).isGreaterThanOrEqualTo(duplicates);
        assertThat(reached.keySet()).containsExactly(Moment.values());
        assertThat(reached.values().stream().mapToInt(Integer::intValue).sum())
                .as("faults in the middle of what was meant: %s", reached)
                .isGreaterThan(cycles * 3 / 4);
    }

    void heardMore(int answers) {
        long wanted = record.answers() + answers;
        until("it goes on", LONGEST_RECOVERY, () -> record.answers() >= wanted);
    }

    private void until(String what, BooleanSupplier reached) {
        until(what, LONGEST_REST, reached);
    }

    private void until(String what, Duration longest, BooleanSupplier reached) {
        long deadline = System.nanoTime() + longest.toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as(() -> what + " within " + longest + "; victim alive: " + victim.alive() + "; open "
                            + record.open() + "; " + victim.said() + victim.complaints() + cluster.said()
                            + victim.threads())
                    .isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
    }

    @Override
    public void close() {
        victim.close();
        cluster.close();
    }
}
