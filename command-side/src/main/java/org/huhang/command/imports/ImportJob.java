package org.huhang.command.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.log.RequestId;
import org.huhang.kernel.refusal.Refusal;

/**
 * One screening list handed in, and how far it has come.
 *
 * @param requestId of the request that handed it in
 * @param attempts how often it was taken up since it last came on
 * @param encoding found out from the heading line; empty before the job has looked
 * @param ignoredColumns headings the import has no use for
 * @param failure why the file as a whole could not be read
 */
public record ImportJob(
        UUID id,
        String fileName,
        boolean dryRun,
        Actor submittedBy,
        RequestId requestId,
        Instant submittedAt,
        State state,
        long bytes,
        Tally tally,
        int attempts,
        Optional<String> encoding,
        List<String> ignoredColumns,
        Optional<Refusal> failure,
        Optional<Instant> finishedAt) {

    /** The same job of an office that goes under another number since. */
    ImportJob by(Actor today) {
        return new ImportJob(
                id,
                fileName,
                dryRun,
                today,
                requestId,
                submittedAt,
                state,
                bytes,
                tally,
                attempts,
                encoding,
                ignoredColumns,
                failure,
                finishedAt);
    }

    public enum State {
        RECEIVING,
        WAITING,
        RUNNING,
        DONE,
        FAILED;

        public boolean isFinal() {
            return switch (this) {
                case DONE, FAILED -> true;
                case RECEIVING, WAITING, RUNNING -> false;
            };
        }
    }

    /**
     * @param lastRow number of the last row dealt with, as a spreadsheet counts: the heading is row 1
     * @param readTo how many bytes of the file end with that row; 0 where that is not known
     */
    public record Tally(
            long lastRow, long readTo, long imported, long unchanged, long refused, long possibleDuplicates) {

        public static final Tally NONE = new Tally(1, 0, 0, 0, 0, 0);

        public Tally plus(RowResult result, long end) {
            long row = result.row();
            return switch (result.outcome()) {
                case IMPORTED -> new Tally(row, end, imported + 1, unchanged, refused, possibleDuplicates);
                case UNCHANGED -> new Tally(row, end, imported, unchanged + 1, refused, possibleDuplicates);
                case REFUSED -> new Tally(row, end, imported, unchanged, refused + 1, possibleDuplicates);
                case POSSIBLE_DUPLICATE -> new Tally(row, end, imported, unchanged, refused, possibleDuplicates + 1);
            };
        }

        public long rows() {
            return imported + unchanged + refused + possibleDuplicates;
        }
    }
}
