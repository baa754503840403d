package org.huhang.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.value.CaseId;
import org.huhang.projection.schema.Schemas;
import org.huhang.query.Projection;
import org.huhang.query.rows.RowMemory;
import org.huhang.query.rows.Rows;
import org.huhang.query.rows.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows in memory are those in the tables, or they are let go. */
class RememberedRowsTest {

    private static final Installation HUHANG = Installation.shared();

    static Stream<String> names() {
        return HUHANG.get(ReadModelCatalogue.class).all().stream().map(ReadModel::name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void processes_may_take_turns(String name) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<String, List<String>> followed = HUHANG.caughtUp(name);
        ReadModel model = beside(name, "_turns", -1);

        List<Advance> processes = List.of(process(model), process(model));
        for (long position = 0; position < HUHANG.head(); ) {
            position = next(processes.get(random.nextInt(2)), position);
        }

        assertThat(HUHANG.rows(model.name())).as("seed " + seed).isEqualTo(followed);
        model.live().drop();
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_parked_case_folded_anew_goes_on_from_there(String name) {
        HUHANG.caughtUp(name);
        List<Recorded> facts = longestHistory(name);
        CaseId parked = facts.getFirst().caseId();
        long failsAt = facts.get(facts.size() / 2).position();
        ReadModel model = beside(name, "_parked", failsAt);

        Advance process = process(model);
        long position = 0;
        while (position < failsAt) {
            position = next(process, position);
        }
        assertThat(model.live().parked().first(2)).singleElement().satisfies(it -> assertThat(it.caseId())
                .isEqualTo(parked));
        ((FailingOnce) model.projection()).mend();
        assertThat(HUHANG.get(Unparking.class).replay(model, parked)).isTrue();
        while (position < HUHANG.head()) {
            position = next(process, position);
        }

        ReadModel whole = beside(name, "_late", -1);
        Advance late = process(whole, new Gaps(model.live().parked().gaps()));
        for (long taken = 0; taken < HUHANG.head(); ) {
            taken = next(late, taken);
        }
        assertThat(HUHANG.rows(model.name())).isEqualTo(HUHANG.rows(whole.name()));
        model.live().drop();
        whole.live().drop();
    }

    private static long next(Advance process, long position) {
        AdvanceResult outcome = process.next(position);
        assertThat(outcome).isInstanceOf(AdvanceResult.TakenIn.class);
        return ((AdvanceResult.TakenIn) outcome).position();
    }

    /** Of the case with most facts that bear on the read model. */
    private static List<Recorded> longestHistory(String name) {
        Projection projection = HUHANG.model(name).projection();
        return HUHANG.get(EventLog.class).after(0, Integer.MAX_VALUE).stream()
                .filter(fact -> projection.bears(fact.event().getClass()))
                .collect(Collectors.groupingBy(Recorded::caseId))
                .values()
                .stream()
                .max((one, other) -> Integer.compare(one.size(), other.size()))
                .orElseThrow();
    }

    /** The same read model under another name, empty, and followed by nobody but the test. */
    private static ReadModel beside(String name, String suffix, long failsAt) {
        Projection projection = new FailingOnce(HUHANG.model(name).projection(), name + suffix, failsAt);
        HUHANG.get(Schemas.class).migrate(name + suffix, "db/" + name);
        ReadModel model = new ReadModel(projection, HUHANG.client(), InstantSource.system());
        HUHANG.transaction().executeWithoutResult(status -> model.live().prepare(model.wanted(), 1));
        return model;
    }

    private static Advance process(ReadModel model) {
        return process(model, Gaps.NONE);
    }

    /** @param gaps what is known only later than it was recorded */
    private static Advance process(ReadModel model, Gaps gaps) {
        return new Advance(
                model,
                model.live(),
                0,
                new FactByFact(HUHANG.get(EventLog.class)),
                HUHANG.transaction(),
                new RowMemory(1000),
                gaps);
    }

    /** A batch for every fact. */
    private record FactByFact(EventLog log) implements EventLog {

        @Override
        public List<Recorded> history(StreamId stream) {
            return log.history(stream);
        }

        @Override
        public List<Recorded> after(long position, int limit) {
            return log.after(position, 1);
        }

        @Override
        public long head() {
            return log.head();
        }
    }

    private static final class FailingOnce implements Projection {

        private final Projection projection;
        private final String name;
        private long failsAt;

        FailingOnce(Projection projection, String name, long failsAt) {
            this.projection = projection;
            this.name = name;
            this.failsAt = failsAt;
        }

        void mend() {
            failsAt = -1;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int revision() {
            return projection.revision();
        }

        @Override
        public boolean bears(Class<? extends Event> type) {
            return projection.bears(type);
        }

        @Override
        public boolean wantsAttribution() {
            return projection.wantsAttribution();
        }

        @Override
        public List<Table<?>> tables() {
            return projection.tables();
        }

        @Override
        public void apply(Recorded fact, Rows rows) {
            if (fact.position() == failsAt) {
                throw new IllegalStateException("not this one");
            }
            projection.apply(fact, rows);
        }
    }
}
