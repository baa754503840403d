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

/** Runs one import job from where it stands to its end, one row at a time, in memory that does not grow with the file. */
@Component
class ImportRunner {

    /** Results are kept in groups: a crash repeats at most this many rows, which then have no second effect. */
    private static final int GROUP = 50;

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
                journal.finish(job.id(), Optional.empty(), clock.instant());
            }
        } catch (Refused refused) {
            journal.finish(job.id(), Optional.of(refused.refusal()), clock.instant());
        } catch (IOException e) {
            journal.finish(job.id(), Optional.of(Refusal.of(RefusalCode.FILE_NOT_CSV)), clock.instant());
        } catch (RuntimeException e) {
            if (job.attempts() >= MOST_ATTEMPTS) {
                journal.finish(job.id(), Optional.of(Refusal.of(RefusalCode.INTERNAL_ERROR)), clock.instant());
            }
            throw e;
        }
    }

    /** @return false when another runner has taken the job over, or this one is to stop */
    private boolean carryRows(ImportJob job, RecordReader records, RowReader reader) throws IOException {
        Tally tally = job.tally();
        List<RowResult> group = new ArrayList<>(GROUP);
        Instant lastHeard = clock.instant();
        for (Optional<Raw> raw = records.next(); raw.isPresent(); raw = records.next()) {
            if (raw.get().row() <= job.tally().lastRow()) {
                continue;
            }
            Instant now = clock.instant();
            RowResult result = carry(job, reader, raw.get(), now);
            tally = tally.plus(result);
            group.add(result);
            if (stopping
                    || group.size() == GROUP
                    || lastHeard.plus(LONGEST_SILENCE).isBefore(now)) {
                if (!journal.progress(job.id(), me, tally, group)) {
                    return false;
                }
                if (stopping) {
                    journal.release(job.id(), me);
                    return false;
                }
                group.clear();
                lastHeard = now;
            }
        }
        if (tally.rows() == 0) {
            throw new Refused(RefusalCode.FILE_EMPTY);
        }
        return journal.progress(job.id(), me, tally, group);
    }

    private RowResult carry(ImportJob job, RowReader reader, Raw raw, Instant now) {
        try {
            return switch (reader.read(raw, Shanghai.dayOf(now))) {
                case Reading.NotUnderstood no -> RowResult.refused(raw.row(), no.reasons());
                case Reading.Understood yes -> importer.carry(job, raw.row(), yes.child(), now);
            };
        } catch (Refused refused) {
            return RowResult.refused(raw.row(), Rehearsal.reasons(refused.refusal()));
        }
    }
}
