package org.huhang.query.area.schooling;

import java.time.LocalDate;
import java.util.Optional;
import org.huhang.kernel.area.Areas;
import org.huhang.kernel.area.keycare.KeyCare;
import org.huhang.kernel.area.schooling.Schooling.AtSchool;
import org.huhang.kernel.area.schooling.Schooling.OutOfSchool;
import org.huhang.kernel.area.schooling.Schooling.Untold;

/** What a child's schooling asks for. */
public final class SchoolingDuties {

    private SchoolingDuties() {}

    /** Since when a child who dropped out waits for somebody to list it for key care or to assess it anew. */
    public static Optional<LocalDate> reassessment(Areas areas) {
        return switch (areas.schooling()) {
            case OutOfSchool out -> assessedSince(out, areas.keyCare()) ? Optional.empty() : Optional.of(out.since());
            case Untold _, AtSchool _ -> Optional.empty();
        };
    }

    /** One who assessed before it was told cannot have known of it, and one told later of an earlier day does not speak of it. */
    private static boolean assessedSince(OutOfSchool out, KeyCare care) {
        return care.assessed().stream()
                .anyMatch(made -> made.fact() > out.dropout() && !made.on().isBefore(out.since()));
    }
}
