package org.huhang.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.stream.StreamId;
import org.huhang.projection.schema.Schemas;
import org.huhang.query.ReadModels;
import org.huhang.query.rows.RowMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.TransactionException;

/** Takes every projection there is through what may befall it, in the application as it runs, and compares every row. */
class EveryProjectionTest {

    private static final Installation HUHANG = Installation.shared();

    static Stream<String> names() {
        return HUHANG.get(ReadModelCatalogue.class).all().stream().map(ReadModel::name);
    }

    @Test
    void all_of_them_are_run() {
        assertThat(names()).contains("breakable", "ledger", "statistics", "audit", "worklist");
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_replay_from_the_first_fact_gives_the_same_rows(String name) throws Exception {
        Map<String, List<String>> followed = HUHANG.caughtUp(name);
        assertThat(followed.values()).as("there is something to compare").anyMatch(rows -> !rows.isEmpty());

        HUHANG.rebuild(name);

        assertThat(HUHANG.rows(name)).isEqualTo(followed);
        assertThat(HUHANG.get(ReadModels.class).position(name)).isEqualTo(HUHANG.head());
        assertThat(HUHANG.model(name).next().exists()).isFalse();
        assertThat(HUHANG.rows(name + "_previous")).as("the old copy is kept").isEqualTo(followed);
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_rebuilt_copy_has_the_keys_and_indexes_of_its_migrations(String name) throws Exception {
        HUHANG.get(Schemas.class).migrate(name + "_fresh", "db/" + name);

        HUHANG.rebuild(name);

        List<String> fresh = indexes(name + "_fresh");
        new Copy(name + "_fresh", HUHANG.client()).drop();
        assertThat(indexes(name)).isEqualTo(fresh);
    }

    @ParameterizedTest
    @MethodSource("names")
    void facts_delivered_twice_change_nothing(String name) {
        Map<String, List<String>> followed = HUHANG.caughtUp(name);
        ReadModel model = HUHANG.model(name);

        for (int segment = 0; segment < 2; segment++) {
            AdvanceResult outcome = advance(model, model.live(), segment, HUHANG.get(EventLog.class))
                    .next(0);
            assertThat(outcome).isInstanceOfSatisfying(AdvanceResult.TakenIn.class, it -> assertThat(it.facts())
                    .isZero());
        }

        assertThat(HUHANG.rows(name)).isEqualTo(followed);
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_fact_left_out_is_noticed(String name) {
        ReadModel model = HUHANG.model(name);
        Copy copy = fresh(model, "_gap");
        EventLog gapped = new GappedLog(HUHANG.get(EventLog.class), 7);

        assertThatThrownBy(() -> advance(model, copy, 0, gapped).next(0))
                .isInstanceOf(FactsMissing.class)
                .hasMessageContaining("facts are missing after position 0");
        assertThat(copy.position()).isZero();
        copy.drop();
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_crash_between_rows_and_position_leaves_neither(String name) {
        Map<String, List<String>> followed = HUHANG.caughtUp(name);
        ReadModel model = HUHANG.model(name);
        Copy copy = fresh(model, "_crash");
        Map<String, List<String>> empty = HUHANG.rows(copy.name());
        killTheFirstToMoveOnWithRows(model, copy);

        Advance first = advance(model, copy, 0, HUHANG.get(EventLog.class));
        assertThatThrownBy(() -> first.next(0)).isInstanceOf(TransactionException.class);
        assertThat(HUHANG.rows(copy.name())).isEqualTo(empty);
        assertThat(copy.position()).isZero();

        first.next(0);
        advance(model, copy, 1, HUHANG.get(EventLog.class)).next(0);
        assertThat(copy.position()).isEqualTo(HUHANG.head());
        assertThat(HUHANG.rows(copy.name())).isEqualTo(followed);
        copy.drop();
    }

    @ParameterizedTest
    @MethodSource("names")
    void it_is_made_anew_while_it_is_written_and_read(String name) throws Exception {
        HUHANG.caughtUp(name);
        CompletableFuture<Void> rebuilt = HUHANG.beginRebuild(name);
        assertThatThrownBy(() -> HUHANG.beginRebuild(name)).isInstanceOf(Refused.class);

        HUHANG.tell();
        while (!rebuilt.isDone()) {
            HUHANG.get(ReadModels.class).read(name, tables -> tables.sql("SELECT count(*) FROM progress")
                    .query(Long.class)
                    .single());
        }
        rebuilt.get(60, TimeUnit.SECONDS);

        Map<String, List<String>> swapped = HUHANG.caughtUp(name);
        HUHANG.rebuild(name);
        assertThat(HUHANG.rows(name)).isEqualTo(swapped);
    }

    @Test
    void all_of_them_are_rebuilt_at_once_and_readers_never_see_half() throws Exception {
        Map<String, Map<String, List<String>>> followed = new TreeMap<>();
        names().forEach(name -> followed.put(name, HUHANG.caughtUp(name)));

        CompletableFuture<?>[] rebuilt =
                names().map(name -> HUHANG.beginRebuild(name)).toArray(CompletableFuture[]::new);
        CompletableFuture<Void> all = CompletableFuture.allOf(rebuilt);
        while (!all.isDone()) {
            Long facts = HUHANG.get(ReadModels.class)
                    .read("breakable", tables -> tables.sql("SELECT count(*) FROM fact")
                            .query(Long.class)
                            .single());
            assertThat(facts).isEqualTo(HUHANG.head());
        }
        all.get(60, TimeUnit.SECONDS);

        followed.forEach((name, rows) -> assertThat(HUHANG.rows(name)).isEqualTo(rows));
    }

    private static Copy fresh(ReadModel model, String suffix) {
        Copy copy = new Copy(model.name() + suffix, HUHANG.client());
        HUHANG.get(Schemas.class).migrate(copy.name(), "db/" + model.name());
        HUHANG.transaction().executeWithoutResult(status -> copy.prepare(model.wanted(), 2));
        return copy;
    }

    private static Advance advance(ReadModel model, Copy copy, int segment, EventLog log) {
        return new Advance(model, copy, segment, log, HUHANG.transaction(), new RowMemory(1000));
    }

    /** Its connection ends as it does when PostgreSQL loses the process behind it. */
    private static void killTheFirstToMoveOnWithRows(ReadModel model, Copy copy) {
        String table =
                copy.name() + "." + model.projection().tables().getFirst().name();
        HUHANG.client().sql("CREATE SEQUENCE " + copy.name() + ".deaths").update();
        HUHANG.client().sql("""
                        CREATE FUNCTION %1$s.die() RETURNS trigger LANGUAGE plpgsql AS $$
                        BEGIN
                            IF EXISTS (SELECT FROM %2$s) AND nextval('%1$s.deaths') = 1 THEN
                                PERFORM pg_terminate_backend(pg_backend_pid());
                            END IF;
                            RETURN NEW;
                        END $$""".formatted(copy.name(), table)).update();
        HUHANG.client()
                .sql("CREATE TRIGGER die BEFORE UPDATE ON %1$s.progress FOR EACH ROW EXECUTE FUNCTION %1$s.die()"
                        .formatted(copy.name()))
                .update();
    }

    private static List<String> indexes(String schema) {
        return HUHANG
                .client()
                .sql(
                        "SELECT indexdef FROM pg_indexes WHERE schemaname = :schema AND tablename <> 'flyway_schema_history'"
                                + " AND tablename NOT IN ('progress', 'parked', 'gap') ORDER BY indexname")
                .param("schema", schema)
                .query(String.class)
                .list()
                .stream()
                .map(definition -> definition.replace(schema + ".", ""))
                .toList();
    }

    /** Without the fact at one position. */
    private record GappedLog(EventLog log, long gap) implements EventLog {

        @Override
        public List<Recorded> history(StreamId stream) {
            return log.history(stream);
        }

        @Override
        public List<Recorded> after(long position, int limit) {
            return log.after(position, limit).stream()
                    .filter(fact -> fact.position() != gap)
                    .toList();
        }

        @Override
        public long head() {
            return log.head();
        }
    }
}
