package org.huhang.command.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huhang.command.imports.ImportJob.Tally;
import org.huhang.command.imports.RecordReader.Raw;
import org.huhang.command.imports.RowReader.Reading;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.time.Shanghai;
import org.springframework.stereotype.Component;

/** Runs one import job from where it stands to its end, in memory that does not grow with the file. */
@Component
class ImportRunner {

    /** Results are kept in groups: a crash repeats these rows, and those under way, which then have no second effect. */
    private static final int GROUP = 250;

    /** A runner that has not been heard of for this long is taken for dead, and its job goes to another. */
    static final Duration LEASE = Duration.ofSeconds(15);

    /** A job that fails this often without coming on would fail for ever: it ends, and says so. */
    private static final int MOST_ATTEMPTS = 5;

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(2);

    private final UUID me = UUID.randomUUID();
    private final ImportJournal journal;
    private final RowImporter importer;
    private final InstantSource clock;
    private volatile boolean stopping;

    ImportRunner(ImportJournal journal, RowImporter importer, InstantSource clock) {
        this.journal = journal;
        this.importer = importer;
        this.clock = clock;
    }

    /** Lets go of the job at its next row, so that another runner can take it up at once. */
    void stop() {
        stopping = true;
    }

    /** @return whether there was a job to run */
    boolean runNext() {
        Optional<ImportJob> job = journal.claim(me, LEASE);
        job.ifPresent(this::run);
        return job.isPresent();
    }

    private void run(ImportJob job) {
        try (InputStream content = journal.content(job.id())) {
            RecordReader records = new RecordReader(content);
            Heading heading = Heading.of(records.next().orElseThrow(() -> new Refused(RefusalCode.FILE_EMPTY)));
            records.expectColumns(heading.width());
            journal.describe(job.id(), heading.encoding().label(), heading.ignored());
            if (carryRows(job, records, new RowReader(heading))) {
                journal.finish(job.id(), me, Optional.empty(), clock.instant());
            }
        } catch (Refused refused) {
            journal.finish(job.id(), me, Optional.of(refused.refusal()), clock.instant());
        } catch (IOException e) {
            journal.finish(job.id(), me, Optional.of(Refusal.of(RefusalCode.FILE_NOT_CSV)), clock.instant());
        } catch (RuntimeException e) {
            if (job.attempts() >= MOST_ATTEMPTS) {
                journal.finish(job.id(), me, Optional.of(Refusal.of(RefusalCode.INTERNAL_ERROR)), clock.instant());
            }
            throw e;
        }
    }

    /** @return false when another runner has taken the job over, or this one is to stop */
    private boolean carryRows(ImportJob job, RecordReader records, RowReader reader) throws IOException {
        Report report = new Report(job);
        boolean toTheEnd;
        try (RowsUnderWay rows = new RowsUnderWay()) {
            try {
                toTheEnd = carryRows(job, records, reader, rows, report);
            } catch (IOException | Refused unreadable) {
                report.addAll(rows);
                if (!report.ours) {
                    return false;
                }
                throw unreadable;
            }
            report.addAll(rows);
        } catch (IOException | Refused unreadable) {
            throw unreadable;
        } catch (RuntimeException fault) {
            report.keepAfter(fault);
            throw fault;
        }
        if (toTheEnd && report.tally.rows() == 0) {
            throw new Refused(RefusalCode.FILE_EMPTY);
        }
        if (report.ours && !toTheEnd) {
            journal.release(job.id(), me);
        }
        return report.ours && toTheEnd;
    }

    /** @return whether that was all of them */
    private boolean carryRows(ImportJob job, RecordReader records, RowReader reader, RowsUnderWay rows, Report report)
            throws IOException {
        for (Optional<Raw> raw = records.next(); raw.isPresent(); raw = records.next()) {
            if (raw.get().row() <= job.tally().lastRow()) {
                continue;
            }
            if (stopping || !report.ours) {
                return false;
            }
            start(job, raw.get(), reader, rows);
            while (rows.yields()) {
                report.add(rows.take());
            }
            report.keepWhenDue();
        }
        return true;
    }

    private void start(ImportJob job, Raw raw, RowReader reader, RowsUnderWay rows) {
        Instant now = clock.instant();
        switch (reader.read(raw, Shanghai.dayOf(now))) {
            case Reading.NotUnderstood no -> rows.start(List.of(), () -> RowResult.refused(raw.row(), no.reasons()));
            case Reading.Understood yes ->
                rows.start(yes.child().marks(), () -> carry(job, raw.row(), yes.child(), now));
        }
    }

    private RowResult carry(ImportJob job, long row, ListedChild child, Instant now) {
        try {
            return importer.carry(job, row, child, now);
        } catch (Refused refused) {
            return RowResult.refused(row, Rehearsal.reasons(refused.refusal()));
        }
    }

    /** What became of the rows, told to the journal group by group. */
    private final class Report {

        private final ImportJob job;
        private final List<RowResult> group = new ArrayList<>(GROUP);
        private Tally tally;
        private Instant lastHeard = clock.instant();
        private boolean ours = true;

        Report(ImportJob job) {
            this.job = job;
            this.tally = job.tally();
        }

        void add(RowResult result) {
            tally = tally.plus(result);
            group.add(result);
        }

        void addAll(RowsUnderWay rows) {
            while (!rows.isEmpty()) {
                add(rows.take());
                keepWhenDue();
            }
            keep();
        }

        /** What had come before it stays done. Where nothing had, that is one more attempt in vain. */
        void keepAfter(RuntimeException fault) {
            try {
                if (!group.isEmpty()) {
                    keep();
                }
            } catch (RuntimeException again) {
                fault.addSuppressed(again);
            }
        }

        void keepWhenDue() {
            if (group.size() >= GROUP || lastHeard.plus(LONGEST_SILENCE).isBefore(clock.instant())) {
                keep();
            }
        }

        private void keep() {
            ours = ours && journal.progress(job.id(), me, tally, group);
            group.clear();
            lastHeard = clock.instant();
        }
    }
}
