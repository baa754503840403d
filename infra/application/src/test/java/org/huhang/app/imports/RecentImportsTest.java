package org.huhang.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.huhang.app.testing.RunningApplication;
import org.huhang.command.imports.ImportJob;
import org.huhang.command.imports.ImportJournal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The newest lists of an office among very many of others. */
class RecentImportsTest {

    private static final Set<String> OFFICES = Set.of("620122", "620123");

    private final RunningApplication application = RunningApplication.shared();
    private final JdbcClient database = application.bean(JdbcClient.class);
    private final ImportJournal journal = application.bean(ImportJournal.class);

    /** 60 lists of each of the two, older than 20,000 of 40 others. */
    @BeforeEach
    void handed_in() {
        add("6201' || 22 + of % 2", 120, "2 years");
        add("6301' || 10 + of % 40", 20_000, "1 year");
        database.sql("ANALYZE imports.job").update();
    }

    @AfterEach
    void clear() {
        database.sql("DELETE FROM imports.job WHERE request_id = 'recent'").update();
    }

    @Test
    void the_newest_lists_of_an_office_are_found_without_looking_through_those_of_others() {
        TransactionTemplate transaction = new TransactionTemplate(application.bean(PlatformTransactionManager.class));
        transaction.executeWithoutResult(_ -> {
            long before = rowsRead();

            List<ImportJob> recent = journal.recent(office -> OFFICES.contains(office.toString()), 50);

            assertThat(rowsRead() - before).isLessThan(1000);
            assertThat(recent).hasSize(50);
            assertThat(recent.stream()
                            .map(job -> job.submittedBy().jurisdiction().toString())
                            .collect(Collectors.toSet()))
                    .isEqualTo(OFFICES);
            assertThat(recent.stream().map(ImportJob::submittedAt).toList())
                    .isSortedAccordingTo(Comparator.<Instant>naturalOrder().reversed());
        });
    }

    private long rowsRead() {
        return database.sql("SELECT seq_tup_read + idx_tup_fetch FROM pg_stat_xact_user_tables"
                        + " WHERE relid = 'imports.job'::regclass")
                .query(Long.class)
                .single();
    }

    private void add(String office, int jobs, String ago) {
        database.sql("""
                INSERT INTO imports.job (id, file_name, dry_run, actor, role, jurisdiction, request_id, submitted_at, state)
                SELECT gen_random_uuid(), 'list.csv', true, 'somebody', 'COUNTY_OFFICER', '%s, 'recent',
                    clock_timestamp() - interval '%s' + of * interval '1 second', 'DONE'
                FROM generate_series(1, %d) AS of""".formatted(office, ago, jobs)).update();
    }
}
