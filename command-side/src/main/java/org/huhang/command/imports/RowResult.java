package org.huhang.command.imports;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huhang.kernel.refusal.Refusal.FieldError;
import org.huhang.kernel.value.CaseId;

/**
 * What became of one row. Holds nothing personal: the officer has the row itself.
 *
 * @param row as a spreadsheet counts: the heading is row 1
 * @param caseId the case opened, already open, or possibly of the same child; empty where the submitter may not know of it
 * @param screened stable names of the facts screening recorded (or would record, in a dry run)
 * @param reasons by column heading: what was taken otherwise than it stands, then why the row was refused, or the screening
 *     of an imported one
 */
public record RowResult(
        long row, Status outcome, Optional<CaseId> caseId, List<String> screened, List<FieldError> reasons) {

    public enum Status {
        IMPORTED,
        UNCHANGED,
        REFUSED,
        POSSIBLE_DUPLICATE
    }

    public RowResult {
        screened = List.copyOf(screened);
        reasons = List.copyOf(reasons);
    }

    /** With what the officer should know of the row whatever became of it; it stands before what was refused. */
    RowResult remarked(List<FieldError> remarks) {
        return new RowResult(
                row,
                outcome,
                caseId,
                screened,
                Stream.concat(remarks.stream(), reasons.stream()).toList());
    }

    /** As told to somebody who may not know of the case. */
    RowResult withoutCase() {
        return new RowResult(row, outcome, Optional.empty(), List.of(), reasons);
    }

    static RowResult refused(long row, List<FieldError> reasons) {
        return new RowResult(row, Status.REFUSED, Optional.empty(), List.of(), reasons);
    }
}
