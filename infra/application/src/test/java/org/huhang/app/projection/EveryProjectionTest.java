package org.huhang.app.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.huhang.app.schema.Schemas;
import org.huhang.kernel.log.CaseLog;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.value.CaseId;
import org.huhang.query.ReadModels;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.TransactionException;

/** Takes every projection there is through what may befall it, in the application as it runs, and compares every row. */
class EveryProjectionTest {

    @TempDir
    static Path data;

    private static Installation huhang;

    @BeforeAll
    static void a_story_is_told() {
        huhang = new Installation(
                data, "--huhang.read-models.segments=2", "--huhang.read-models.rebuild-cases-in-memory=3");
        huhang.tell(1);
        huhang.tell(2);
    }

    @AfterAll
    static void close() {
        if (huhang != null) {
            huhang.close();
        }
    }

    static Stream<String> names() {
        return huhang.get(ReadModelCatalogue.class).all().stream().map(ReadModel::name);
    }

    @Test
    void all_of_them_are_run() {
        assertThat(names()).contains("breakable", "ledger", "statistics", "audit", "worklist");
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_replay_from_the_first_fact_gives_the_same_rows(String name) throws Exception {
        Map<String, List<String>> followed = huhang.caughtUp(name);
        assertThat(followed.values()).as("there is something to compare").anyMatch(rows -> !rows.isEmpty());

        rebuild(name);

        assertThat(huhang.rows(name)).isEqualTo(followed);
        assertThat(huhang.get(ReadModels.class).position(name)).isEqualTo(huhang.head());
        assertThat(huhang.model(name).next().exists()).isFalse();
        assertThat(huhang.rows(name + "_previous")).as("the old copy is kept").isEqualTo(followed);
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_rebuilt_copy_has_the_keys_and_indexes_of_its_migrations(String name) throws Exception {
        huhang.get(Schemas.class).migrate(name + "_fresh", "db/" + name);

        rebuild(name);

        List<String> fresh = indexes(name + "_fresh");
        new Copy(name + "_fresh", huhang.client()).drop();
        assertThat(indexes(name)).isEqualTo(fresh);
    }

    @ParameterizedTest
    @MethodSource("names")
    void facts_delivered_twice_change_nothing(String name) {
        Map<String, List<String>> followed = huhang.caughtUp(name);
        ReadModel model = huhang.model(name);

        for (int segment = 0; segment < 2; segment++) {
            Outcome outcome = advance(model, model.live(), segment, huhang.get(CaseLog.class))
                    .next(0);
            assertThat(outcome).isInstanceOfSatisfying(Outcome.TakenIn.class, it -> assertThat(it.facts())
                    .isZero());
        }

        assertThat(huhang.rows(name)).isEqualTo(followed);
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_fact_left_out_is_noticed(String name) {
        ReadModel model = huhang.model(name);
        Copy copy = fresh(model, "_gap");
        CaseLog gapped = new GappedLog(huhang.get(CaseLog.class), 7);

        assertThatThrownBy(() -> advance(model, copy, 0, gapped).next(0))
                .isInstanceOf(FactsMissing.class)
                .hasMessageContaining("facts are missing after position 0");
        assertThat(copy.position()).isZero();
        copy.drop();
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_crash_between_rows_and_position_leaves_neither(String name) {
        Map<String, List<String>> followed = huhang.caughtUp(name);
        ReadModel model = huhang.model(name);
        Copy copy = fresh(model, "_crash");
        Map<String, List<String>> empty = huhang.rows(copy.name());
        killTheFirstToMoveOnWithRows(model, copy);

        Advance first = advance(model, copy, 0, huhang.get(CaseLog.class));
        assertThatThrownBy(() -> first.next(0)).isInstanceOf(TransactionException.class);
        assertThat(huhang.rows(copy.name())).isEqualTo(empty);
        assertThat(copy.position()).isZero();

        first.next(0);
        advance(model, copy, 1, huhang.get(CaseLog.class)).next(0);
        assertThat(copy.position()).isEqualTo(huhang.head());
        assertThat(huhang.rows(copy.name())).isEqualTo(followed);
        copy.drop();
    }

    @ParameterizedTest
    @MethodSource("names")
    void it_is_made_anew_while_it_is_written_and_read(String name) throws Exception {
        huhang.caughtUp(name);
        CompletableFuture<Void> rebuilt = huhang.get(Rebuilds.class).begin(name);
        assertThatThrownBy(() -> huhang.get(Rebuilds.class).begin(name)).isInstanceOf(Refused.class);

        huhang.tell(100 + Math.floorMod(name.hashCode(), 10_000));
        while (!rebuilt.isDone()) {
            huhang.get(ReadModels.class).read(name, tables -> tables.sql("SELECT count(*) FROM progress")
                    .query(Long.class)
                    .single());
        }
        rebuilt.get(60, TimeUnit.SECONDS);

        Map<String, List<String>> swapped = huhang.caughtUp(name);
        rebuild(name);
        assertThat(huhang.rows(name)).isEqualTo(swapped);
    }

    @Test
    void all_of_them_are_rebuilt_at_once_and_readers_never_see_half() throws Exception {
        Map<String, Map<String, List<String>>> followed = new TreeMap<>();
        names().forEach(name -> followed.put(name, huhang.caughtUp(name)));

        CompletableFuture<?>[] rebuilt =
                names().map(name -> huhang.get(Rebuilds.class).begin(name)).toArray(CompletableFuture[]::new);
        CompletableFuture<Void> all = CompletableFuture.allOf(rebuilt);
        while (!all.isDone()) {
            Long facts = huhang.get(ReadModels.class)
                    .read("breakable", tables -> tables.sql("SELECT count(*) FROM fact")
                            .query(Long.class)
                            .single());
            assertThat(facts).isEqualTo(huhang.head());
        }
        all.get(60, TimeUnit.SECONDS);

        followed.forEach((name, rows) -> assertThat(huhang.rows(name)).isEqualTo(rows));
    }

    private static void rebuild(String name) throws Exception {
        huhang.get(Rebuilds.class).begin(name).get(60, TimeUnit.SECONDS);
    }

    private static Copy fresh(ReadModel model, String suffix) {
        Copy copy = new Copy(model.name() + suffix, huhang.client());
        huhang.get(Schemas.class).migrate(copy.name(), "db/" + model.name());
        huhang.transaction()
                .executeWithoutResult(status -> copy.prepare(model.projection().revision(), 2));
        return copy;
    }

    private static Advance advance(ReadModel model, Copy copy, int segment, CaseLog log) {
        return new Advance(model.projection(), copy, segment, log, huhang.transaction());
    }

    /** Its connection ends as it does when PostgreSQL loses the process behind it. */
    private static void killTheFirstToMoveOnWithRows(ReadModel model, Copy copy) {
        String table =
                copy.name() + "." + model.projection().tables().getFirst().name();
        huhang.client().sql("CREATE SEQUENCE " + copy.name() + ".deaths").update();
        huhang.client().sql("""
                        CREATE FUNCTION %1$s.die() RETURNS trigger LANGUAGE plpgsql AS $$
                        BEGIN
                            IF EXISTS (SELECT FROM %2$s) AND nextval('%1$s.deaths') = 1 THEN
                                PERFORM pg_terminate_backend(pg_backend_pid());
                            END IF;
                            RETURN NEW;
                        END $$""".formatted(copy.name(), table)).update();
        huhang.client()
                .sql("CREATE TRIGGER die BEFORE UPDATE ON %1$s.progress FOR EACH ROW EXECUTE FUNCTION %1$s.die()"
                        .formatted(copy.name()))
                .update();
    }

    private static List<String> indexes(String schema) {
        return huhang
                .client()
                .sql(
                        "SELECT indexdef FROM pg_indexes WHERE schemaname = :schema AND tablename <> 'flyway_schema_history'"
                                + " AND tablename NOT IN ('progress', 'parked') ORDER BY indexname")
                .param("schema", schema)
                .query(String.class)
                .list()
                .stream()
                .map(definition -> definition.replace(schema + ".", ""))
                .toList();
    }

    /** Without the fact at one position. */
    private record GappedLog(CaseLog log, long gap) implements CaseLog {

        @Override
        public List<Recorded> history(CaseId caseId) {
            return log.history(caseId);
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
