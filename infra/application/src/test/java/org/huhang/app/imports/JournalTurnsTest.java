package org.huhang.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huhang.app.testing.RunningApplication;
import org.huhang.command.imports.ImportJob;
import org.huhang.command.imports.ImportJob.Tally;
import org.huhang.command.imports.ImportJournal;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.log.RequestId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which list is next, whichever process asks; none runs imports beside this test. */
class JournalTurnsTest {

    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Instant MORNING = Instant.parse("2026-05-01T00:00:00Z");

    @TempDir
    static Path data;

    private static RunningApplication application;
    private static ImportJournal journal;
    private static JdbcClient database;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, "--huhang.role=query");
        journal = application.bean(ImportJournal.class);
        database = application.bean(JdbcClient.class);
    }

    @AfterAll
    static void stop() {
        if (application != null) {
            application.close();
        }
    }

    @BeforeEach
    void clear() {
        database.sql("DELETE FROM imports.job").update();
    }

    @Test
    void counties_come_in_turn_and_an_account_has_one_list_under_way() {
        UUID first = waiting("330109", "a", 1);
        UUID second = waiting("330109", "a", 2);
        UUID colleagues = waiting("330109", "b", 3);
        UUID elsewhere = waiting("640121", "c", 4);

        UUID runner = UUID.randomUUID();
        assertThat(claimed(runner)).contains(first);
        assertThat(claimed(UUID.randomUUID())).contains(elsewhere);
        assertThat(claimed(UUID.randomUUID())).contains(colleagues);
        assertThat(journal.isAnyWaiting(LEASE)).isFalse();
        assertThat(claimed(UUID.randomUUID())).isEmpty();

        journal.finish(first, runner, Optional.empty(), MORNING);
        assertThat(journal.isAnyWaiting(LEASE)).isTrue();
        assertThat(claimed(UUID.randomUUID())).contains(second);
    }

    @Test
    void what_was_put_aside_comes_after_what_has_not_been_served_and_before_what_was_served_later() {
        UUID one = waiting("330109", "a", 1);
        UUID runner = UUID.randomUUID();
        assertThat(claimed(runner)).contains(one);
        UUID other = waiting("640121", "b", 2);
        UUID third = waiting("341122", "c", 3);
        journal.release(one, runner);

        UUID otherRunner = UUID.randomUUID();
        assertThat(claimed(otherRunner)).contains(other);
        journal.release(other, otherRunner);
        UUID thirdRunner = UUID.randomUUID();
        assertThat(claimed(thirdRunner)).contains(third);
        journal.release(third, thirdRunner);
        assertThat(claimed(UUID.randomUUID())).contains(one);
    }

    @Test
    void a_runner_not_heard_of_loses_its_job_and_cannot_report_any_more() {
        UUID job = waiting("330109", "a", 1);
        UUID lost = UUID.randomUUID();
        assertThat(claimed(lost)).contains(job);
        assertThat(claimed(UUID.randomUUID())).isEmpty();
        database.sql("UPDATE imports.job SET heard_at = clock_timestamp() - interval '1 minute'")
                .update();

        assertThat(claimed(UUID.randomUUID())).contains(job);
        assertThat(journal.progress(job, lost, new Tally(2, 10, 1, 0, 0, 0), List.of()))
                .isFalse();
    }

    @Test
    void only_a_row_more_ends_the_count_of_attempts_in_vain() {
        UUID job = waiting("330109", "a", 1);
        UUID runner = UUID.randomUUID();
        assertThat(claimed(runner)).contains(job);
        assertThat(journal.progress(job, runner, Tally.NONE, List.of())).isTrue();
        assertThat(journal.find(job).orElseThrow().attempts()).isEqualTo(1);
        assertThat(journal.progress(job, runner, new Tally(2, 10, 1, 0, 0, 0), List.of()))
                .isTrue();
        assertThat(journal.find(job).orElseThrow().attempts()).isZero();
        assertThat(journal.find(job).orElseThrow().tally().readTo()).isEqualTo(10);
    }

    @Test
    void a_file_is_read_from_any_of_its_bytes() throws IOException {
        UUID job = waiting("330109", "a", 1);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int piece = 0; piece < 4; piece++) {
            byte[] bytes = ("piece-" + piece).repeat(piece + 1).getBytes(StandardCharsets.US_ASCII);
            journal.keep(job, piece, bytes);
            whole.write(bytes);
        }
        String all = whole.toString(StandardCharsets.US_ASCII);
        for (int from = 0; from <= all.length(); from++) {
            try (InputStream rest = journal.content(job, from)) {
                assertThat(new String(rest.readAllBytes(), StandardCharsets.US_ASCII))
                        .isEqualTo(all.substring(from));
            }
        }
    }

    private static Optional<UUID> claimed(UUID runner) {
        return journal.claim(runner, LEASE).map(ImportJob::id);
    }

    private static UUID waiting(String county, String account, int minute) {
        UUID job = UUID.randomUUID();
        Actor actor = new Actor(account, Role.COUNTY_OFFICER, Jurisdiction.of(county));
        journal.open(job, "list.csv", true, actor, new RequestId("request"), MORNING.plusSeconds(60L * minute));
        journal.received(job, 0);
        return job;
    }
}
