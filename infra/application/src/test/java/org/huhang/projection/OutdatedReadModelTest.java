package org.huhang.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.huhang.projection.Installation.until;

import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.query.ReadModels;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Rows of another version of a projection, and facts of another version of Huhang. The last leaves a log nobody can follow. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutdatedReadModelTest {

    @TempDir
    static Path data;

    private static Installation huhang;

    @BeforeAll
    static void start() {
        huhang = new Installation(data, "--huhang.read-models.when-outdated=say");
        huhang.tell();
    }

    @AfterAll
    static void close() {
        if (huhang != null) {
            huhang.close();
        }
    }

    @Test
    @Order(1)
    void rows_of_an_earlier_revision_answer_as_they_are_and_are_not_followed_until_rebuilt() throws Exception {
        int facts = huhang.caughtUp("breakable").get("fact").size();
        huhang.breakable.become(2);
        huhang.tell();
        until(() -> huhang.status("breakable").state() == ReadModelStatus.State.OUTDATED);

        assertThat(huhang.status("breakable").lag()).isPositive();
        assertThat(huhang.status("breakable").revision()).isEqualTo(1);
        assertThat(count()).isEqualTo(facts);

        huhang.beginRebuild("breakable").get(60, TimeUnit.SECONDS);

        assertThat(huhang.caughtUp("breakable").get("fact")).hasSize((int) huhang.head());
        assertThat(huhang.status("breakable").revision()).isEqualTo(2);
        assertThat(huhang.status("breakable").state()).isEqualTo(ReadModelStatus.State.UP_TO_DATE);
        assertThatThrownBy(() -> huhang.get(Rebuilds.class).restorePrevious("breakable"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        it -> assertThat(it.refusal().code()).isEqualTo(RefusalCode.READ_MODEL_NO_PREVIOUS));
    }

    @Test
    @Order(2)
    void rows_of_an_earlier_revision_are_rebuilt_unasked_where_that_is_wanted() {
        huhang.caughtUp("breakable");
        huhang.breakable.become(3);
        RebuildWatch watch = new RebuildWatch(
                huhang.get(ReadModelCatalogue.class), huhang.get(Rebuilds.class), WhenOutdated.REBUILD);
        watch.start();
        try {
            until(() -> huhang.status("breakable").revision() == 3);
        } finally {
            watch.stop();
        }
        assertThat(huhang.caughtUp("breakable").get("fact")).hasSize((int) huhang.head());
    }

    @Test
    @Order(3)
    void rows_of_a_later_revision_are_left_to_the_process_that_made_them() {
        huhang.caughtUp("breakable");
        huhang.breakable.become(1);
        RebuildWatch watch = new RebuildWatch(
                huhang.get(ReadModelCatalogue.class), huhang.get(Rebuilds.class), WhenOutdated.REBUILD);
        watch.start();
        try {
            until(() -> huhang.model("breakable").condition() instanceof Condition.Outdated);
            assertThat(huhang.get(Rebuilds.class).isRunning("breakable")).isFalse();
        } finally {
            watch.stop();
            huhang.breakable.become(3);
        }
    }

    @Test
    @Order(4)
    void tables_of_another_shape_are_not_asked() {
        huhang.caughtUp("breakable");
        huhang.client()
                .sql("ALTER TABLE breakable.fact RENAME COLUMN name TO called")
                .update();
        huhang.breakable.become(4);
        huhang.model("breakable").compareRevisions();

        assertThatThrownBy(OutdatedReadModelTest::count).isInstanceOfSatisfying(Refused.class, it -> assertThat(
                        it.refusal().code())
                .isEqualTo(RefusalCode.READ_MODEL_OUTDATED));

        huhang.beginRebuild("breakable").join();
        assertThat(count()).isEqualTo(huhang.head());
    }

    @Test
    @Order(5)
    void a_copy_of_one_follower_without_revision_counts_as_outdated_and_keeps_its_position() {
        huhang.client().sql("CREATE SCHEMA old_layout").update();
        huhang.client()
                .sql("CREATE TABLE old_layout.progress (the_one boolean PRIMARY KEY DEFAULT true CHECK (the_one),"
                        + " position bigint NOT NULL DEFAULT 0, owner text, claimed_at timestamptz)")
                .update();
        huhang.client()
                .sql("INSERT INTO old_layout.progress (position) VALUES (17)")
                .update();
        Copy copy = new Copy("old_layout", huhang.client());

        for (int starts = 0; starts < 2; starts++) {
            huhang.transaction().executeWithoutResult(status -> copy.prepare(new Made(1, RowBasis.NONE), 2));
            assertThat(copy.progress())
                    .extracting(SegmentProgress::segment, SegmentProgress::revision, SegmentProgress::position)
                    .containsExactly(tuple(new Segment(0, 1), 0, 17L));
        }
    }

    @Test
    @Order(6)
    void an_event_of_a_later_version_stops_every_read_model_in_full_view_and_is_not_skipped() {
        huhang.caughtUp("breakable");
        long unknown = huhang.head() + 3;
        huhang.client().sql("""
                        INSERT INTO log.event (position, stream, version, name, revision, payload, metadata, recorded_at,
                            effective_on, message_id)
                        SELECT position + shift, :case, shift - 1, CASE shift WHEN 3 THEN 'ChildSaved' ELSE name END,
                            revision, payload, metadata, recorded_at, effective_on, gen_random_uuid()
                        FROM (SELECT * FROM log.event ORDER BY position DESC LIMIT 1) newest, generate_series(1, 4) shift""").param("case", UUID.randomUUID()).update();

        until(() -> huhang.status("breakable").state() == ReadModelStatus.State.STOPPED);
        ReadModelStatus stopped = huhang.status("breakable");
        assertThat(stopped.stoppedAt()).contains(unknown);
        assertThat(stopped.stoppedBy()).contains("ChildSaved");
        assertThat(stopped.position()).as("what comes before it is taken in").isEqualTo(unknown - 1);
        assertThat(stopped.lag()).isEqualTo(2);
        assertThat(stopped.parked()).isZero();
        until(() -> huhang.status("ledger").state() == ReadModelStatus.State.STOPPED);

        assertThat(huhang.beginRebuild("ledger"))
                .failsWithin(60, TimeUnit.SECONDS)
                .withThrowableThat()
                .withMessageContaining("ChildSaved");
        assertThat(huhang.status("ledger").rebuildFault().orElseThrow()).contains("ChildSaved");
    }

    private static long count() {
        return huhang.get(ReadModels.class).read("breakable", tables -> tables.sql("SELECT count(name) FROM fact")
                .query(Long.class)
                .single());
    }
}
