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
import org.huhang.command.imports.RowsUnderWay.Through;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.time.Shanghai;
import org.springframework.stereotype.Component;

/** Runs import jobs from where they stand to their end, in memory that does not grow with the file. */
@Component
class ImportRunner {

    /** Results are kept in groups: a crash repeats these rows, and those under way, which then have no second effect. */
    static final int GROUP = 250;

    /** A runner that has not been heard of for this long is taken for dead, and its job goes to another. */
    static final Duration LEASE = Duration.ofSeconds(15);

    /** A job that fails this often without coming on would fail for ever: it ends, and says so. */
    private static final int MOST_ATTEMPTS = 5;

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(2);

    private final ImportJournal journal;
    private final RowImporter importer;
    private final RowTurns turns;
    private final ChildrenUnderWay children;
    private final InstantSource clock;

    ImportRunner(
            ImportJournal journal,
            RowImporter importer,
            RowTurns turns,
            ChildrenUnderWay children,
            InstantSource clock) {
        this.journal = journal;
        this.importer = importer;
        this.turns = turns;
        this.children = children;
        this.clock = clock;
    }

    /** The job whose turn it is, if any waits; to be {@link #run}. */
    Optional<OpenImport> next() {
        UUID runner = UUID.randomUUID();
        return journal.claim(runner, LEASE).map(job -> new OpenImport(job, runner));
    }

    boolean isAnyWaiting() {
        return journal.isAnyWaiting(LEASE);
    }

    /** To the end, or until another runner has taken the job over, or it is to leave. */
    void run(OpenImport open) {
        ImportJob job = open.job();
        try {
            if (carryRows(open)) {
                journal.finish(job.id(), open.runner(), Optional.empty(), clock.instant());
            }
        } catch (Refused refused) {
            journal.finish(job.id(), open.runner(), Optional.of(refused.refusal()), clock.instant());
        } catch (IOException e) {
            journal.finish(job.id(), open.runner(), Optional.of(Refusal.of(RefusalCode.FILE_NOT_CSV)), clock.instant());
        } catch (RuntimeException e) {
            if (job.attempts() >= MOST_ATTEMPTS) {
                journal.finish(
                        job.id(), open.runner(), Optional.of(Refusal.of(RefusalCode.INTERNAL_ERROR)), clock.instant());
            }
            throw e;
        }
    }

    /** @return whether all rows are through; else another runner has the job, or it was let go */
    private boolean carryRows(OpenImport open) throws IOException {
        ImportJob job = open.job();
        Tally before = job.tally();
        try (InputStream content = journal.content(job.id(), 0)) {
            RecordReader records = new RecordReader(content);
            Heading heading = Heading.of(records.next().orElseThrow(() -> new Refused(RefusalCode.FILE_EMPTY)));
            journal.describe(job.id(), heading.encoding().label(), heading.ignored());
            RowReader reader = new RowReader(heading);
            if (before.readTo() == 0) {
                return carryRows(open, records, heading, reader);
            }
            try (InputStream rest = journal.content(job.id(), before.readTo())) {
                return carryRows(open, RecordReader.goingOn(rest, before.lastRow(), before.readTo()), heading, reader);
            }
        }
    }

    private boolean carryRows(OpenImport open, RecordReader records, Heading heading, RowReader reader)
            throws IOException {
        records.expectColumns(heading.width());
        Report report = new Report(open);
        boolean toTheEnd;
        try (RowsUnderWay rows = new RowsUnderWay(open.job(), turns, children)) {
            try {
                toTheEnd = carryRows(open, records, reader, rows, report);
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
            journal.release(open.job().id(), open.runner());
        }
        return report.ours && toTheEnd;
    }

    /** @return whether that was all of them */
    private boolean carryRows(OpenImport open, RecordReader records, RowReader reader, RowsUnderWay rows, Report report)
            throws IOException {
        ImportJob job = open.job();
        for (Optional<Raw> raw = records.next(); raw.isPresent(); raw = records.next()) {
            boolean started = raw.get().row() <= job.tally().lastRow();
            while (!started && report.ours && !open.isToLeave()) {
                started = start(job, raw.get(), records.readTo(), reader, rows);
                report.addDone(rows);
                report.keepWhenDue();
            }
            report.keepWhenDue();
            if (!started || !report.ours || open.isToLeave()) {
                return false;
            }
        }
        return true;
    }

    private boolean start(ImportJob job, Raw raw, long readTo, RowReader reader, RowsUnderWay rows) {
        Instant now = clock.instant();
        return switch (reader.read(raw, Shanghai.dayOf(now))) {
            case Reading.NotUnderstood no ->
                rows.start(List.of(), readTo, () -> RowResult.refused(raw.row(), no.reasons()));
            case Reading.Understood yes ->
                rows.start(yes.child().marks(), readTo, () -> carry(job, raw.row(), yes.child(), now));
        };
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

        private final OpenImport open;
        private final List<RowResult> group = new ArrayList<>(GROUP);
        private Tally tally;
        private Instant lastHeard = clock.instant();
        private boolean ours = true;

        Report(OpenImport open) {
            this.open = open;
            this.tally = open.job().tally();
        }

        private void add(Through through) {
            tally = tally.plus(through.result(), through.readTo());
            group.add(through.result());
        }

        void addDone(RowsUnderWay rows) {
            while (rows.yields()) {
                add(rows.take());
                keepWhenDue();
            }
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

        /** Also where no row has come through: the lease has to be renewed. */
        void keepWhenDue() {
            if (group.size() >= GROUP || lastHeard.plus(LONGEST_SILENCE).isBefore(clock.instant())) {
                keep();
            }
        }

        private void keep() {
            ours = ours && journal.progress(open.job().id(), open.runner(), tally, group);
            group.clear();
            lastHeard = clock.instant();
            open.cameOn(tally.rows() - open.job().tally().rows());
        }
    }
}
