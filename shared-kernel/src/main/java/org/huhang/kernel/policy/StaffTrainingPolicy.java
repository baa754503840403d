package org.huhang.kernel.policy;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.huhang.kernel.value.PolicyEditionId;

/** How long a training of those who work with children where they live counts (轮训). Plan 2024 (十六): all of them trained. */
public final class StaffTrainingPolicy {

    static final String FILE = "staff-training.tsv";
    private static final Set<String> PARAMETERS = Set.of("valid-from", "refresh-within");

    private final DatedEditions<Edition> editions;

    private StaffTrainingPolicy(DatedEditions<Edition> editions) {
        this.editions = editions;
    }

    static StaffTrainingPolicy read(PolicyFolder folder) {
        return new StaffTrainingPolicy(DatedEditions.read(folder, FILE, PARAMETERS, Edition::of));
    }

    /** The edition in force on {@code day}; the first one for a day before all. */
    public Edition on(LocalDate day) {
        return editions.on(day);
    }

    public List<Edition> editions() {
        return editions.inOrder();
    }

    /** @param refreshWithin from one training to the next */
    public record Edition(PolicyEditionId id, LocalDate from, Provision<Period> refreshWithin)
            implements DatedEditions.Edition {

        private static Edition of(EditionRows rows) {
            return new Edition(
                    rows.id(),
                    rows.get("valid-from").day(),
                    rows.get("refresh-within").period());
        }

        /** The earliest day of a training that still counts on {@code day}. */
        public LocalDate countsFrom(LocalDate day) {
            return day.minus(refreshWithin.value());
        }
    }
}
