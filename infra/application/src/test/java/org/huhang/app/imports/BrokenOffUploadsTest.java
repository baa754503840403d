package org.huhang.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.UUID;
import org.huhang.app.start.Progress;
import org.huhang.app.testing.RunningApplication;
import org.huhang.command.imports.ImportJournal;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.log.RequestId;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class BrokenOffUploadsTest {

    private static final RunningApplication APPLICATION = RunningApplication.shared();

    private final ImportJournal journal = APPLICATION.bean(ImportJournal.class);

    @Test
    void a_start_lets_go_of_lists_that_a_dead_process_was_receiving_and_of_no_others() {
        UUID brokenOff = opened();
        UUID received = opened();
        JdbcClient db = APPLICATION.bean(JdbcClient.class);
        db.sql("UPDATE imports.job SET state = 'DONE' WHERE id = ?")
                .param(received)
                .update();

        APPLICATION
                .bean(BrokenOffUploads.class)
                .run(new Progress(new PrintStream(OutputStream.nullOutputStream()), false));

        assertThat(journal.find(brokenOff)).isEmpty();
        assertThat(db.sql("SELECT count(*) FROM imports.piece WHERE job = ?")
                        .param(brokenOff)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(journal.find(received)).isPresent();
    }

    private UUID opened() {
        UUID job = UUID.randomUUID();
        Actor officer = new Actor("o-17", Role.COUNTY_OFFICER, Jurisdiction.of("330109"));
        journal.open(job, "list.csv", true, officer, new RequestId("r-1"), Instant.now());
        journal.keep(job, 0, new byte[] {1, 2, 3});
        return job;
    }
}
