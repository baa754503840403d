package org.huhang.command.imports;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huhang.command.imports.RowResult.Status;
import org.springframework.stereotype.Component;

/**
 * What the earlier rows of a dry run would have brought in, so that a row that repeats one of them, or is perhaps of the
 * same child, is foretold as what it will be. The journal keeps it, in digests, until the job ends.
 */
@Component
class Foresight {

    private final ImportJournal journal;

    Foresight(ImportJournal journal) {
        this.journal = journal;
    }

    /** @return the outcome, when an earlier row of this job would be the same row */
    Optional<RowResult> repeated(ImportJob job, long row, ListedChild child) {
        return journal.foreseen(job.id(), row, List.of(child.digest()))
                ? Optional.of(without(row, Status.UNCHANGED))
                : Optional.empty();
    }

    /** @param rehearsed what would come of the row if it stood alone */
    RowResult amongOthers(ImportJob job, ListedChild child, RowResult rehearsed) {
        if (rehearsed.outcome() != Status.IMPORTED) {
            return rehearsed;
        }
        List<String> marks = child.marks();
        if (journal.foreseen(job.id(), rehearsed.row(), marks)) {
            return without(rehearsed.row(), Status.POSSIBLE_DUPLICATE);
        }
        journal.foresee(
                job.id(),
                rehearsed.row(),
                Stream.concat(marks.stream(), Stream.of(child.digest())).toList());
        return rehearsed;
    }

    /** There is no case yet to name. */
    private static RowResult without(long row, Status outcome) {
        return new RowResult(row, outcome, Optional.empty(), List.of(), List.of());
    }
}
