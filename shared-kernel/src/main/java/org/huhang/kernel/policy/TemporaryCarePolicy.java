package org.huhang.kernel.policy;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huhang.kernel.value.PolicyEditionId;

/** When temporary guardianship (临时监护) is looked at again. None of these days ends it. */
public final class TemporaryCarePolicy {

    static final String FILE = "temporary-care.tsv";
    private static final Set<String> PARAMETERS =
            Set.of("valid-from", "review-every", "long-after", "follow-up-visit-within");

    private final DatedEditions<Edition> editions;

    private TemporaryCarePolicy(DatedEditions<Edition> editions) {
        this.editions = editions;
    }

    static TemporaryCarePolicy read(PolicyFolder folder) {
        return new TemporaryCarePolicy(DatedEditions.read(folder, FILE, PARAMETERS, Edition::of));
    }

    /** The edition in force on {@code day}; the first one for a day before all. */
    public Edition on(LocalDate day) {
        return editions.on(day);
    }

    public List<Edition> editions() {
        return editions.inOrder();
    }

    /**
     * @param reviewEvery after the assignment and after each review
     * @param longAfter how long such care generally lasts at most
     * @param followUpVisitWithin after the child left care; empty while no text asks for it
     */
    public record Edition(
            PolicyEditionId id,
            LocalDate from,
            Provision<Period> reviewEvery,
            Provision<Period> longAfter,
            Optional<Provision<Period>> followUpVisitWithin)
            implements DatedEditions.Edition {

        private static Edition of(EditionRows rows) {
            return new Edition(
                    rows.id(),
                    rows.get("valid-from").day(),
                    rows.get("review-every").period(),
                    rows.get("long-after").period(),
                    rows.get("follow-up-visit-within").periodOrNone());
        }

        /** @param last the day of the assignment or of the last review */
        public LocalDate reviewBy(LocalDate last) {
            return last.plus(reviewEvery.value());
        }

        /** The day after which the care has lasted over a year: an alert, never an end. */
        public LocalDate oneYearMark(LocalDate assigned) {
            return assigned.plus(longAfter.value());
        }

        public Optional<LocalDate> followUpVisitBy(LocalDate leftCare) {
            return followUpVisitWithin.map(within -> leftCare.plus(within.value()));
        }
    }
}
