package org.huhang.command.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huhang.command.imports.ImportJob.State;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;

/**
 * How far an import has come, as its submitter sees it.
 *
 * @param rows dealt with so far, blank ones not counted
 * @param imported in a dry run: would be
 * @param report address of the per-row report; null until the job is done
 */
public record ImportProgress(
        UUID id,
        String fileName,
        boolean dryRun,
        State state,
        long bytes,
        Optional<String> encoding,
        List<String> ignoredColumns,
        long rows,
        long imported,
        long unchanged,
        long refused,
        long possibleDuplicates,
        Optional<Failure> failure,
        Instant submittedAt,
        Optional<Instant> finishedAt,
        Optional<String> report) {

    /** Why the file as a whole was not read. */
    public record Failure(RefusalCode code, List<String> columns) {}

    static ImportProgress of(ImportJob job) {
        return new ImportProgress(
                job.id(),
                job.fileName(),
                job.dryRun(),
                job.state(),
                job.bytes(),
                job.encoding(),
                job.ignoredColumns(),
                job.tally().rows(),
                job.tally().imported(),
                job.tally().unchanged(),
                job.tally().refused(),
                job.tally().possibleDuplicates(),
                job.failure().map(ImportProgress::failure),
                job.submittedAt(),
                job.finishedAt(),
                Optional.of("/api/imports/" + job.id() + "/report").filter(_ -> job.state() == State.DONE));
    }

    private static Failure failure(Refusal refusal) {
        return new Failure(
                refusal.code(),
                refusal.errors().stream().map(Refusal.FieldError::field).toList());
    }
}
