package org.huhang.kernel.area;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.huhang.kernel.area.file.FileEvent.IdentityCorrected;
import org.huhang.kernel.area.file.FileEvent.IdentityDocumentAttached;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.EntryId;

/**
 * One fact of a child's record in the order of truth.
 *
 * @param number its rank among all that is known of the child, from 0: what states name it by. Of a child with one file it is the
 *     version
 * @param fact as recorded
 * @param event what it says, the last correction applied
 * @param correction the last one, where there is one
 */
public record Entry(long number, Recorded fact, CaseEvent event, Optional<Recorded> correction) {

    /** By the days from which they are true, and of one day as they became known. */
    static final Comparator<Entry> IN_ORDER_OF_TRUTH =
            Comparator.comparing(Entry::on).thenComparing(Entry::number);

    /** Position of the fact that has it say so: its own, or of the correction. */
    public long because() {
        return correction.orElse(fact).position();
    }

    public CaseId file() {
        return fact.caseId();
    }

    public EntryId id() {
        return new EntryId(file(), fact.version());
    }

    public LocalDate on() {
        return event.effectiveOn();
    }

    /** Whether it says the same wherever it stands among the others: who the child is has no day. */
    static boolean hasNoDay(CaseEvent event) {
        return event instanceof IdentityCorrected || event instanceof IdentityDocumentAttached;
    }
}
