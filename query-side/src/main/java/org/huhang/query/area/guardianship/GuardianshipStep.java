package org.huhang.query.area.guardianship;

import java.util.Optional;
import java.util.Set;
import org.huhang.kernel.area.guardianship.GuardianshipEvent;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.GuardianshipLapsed;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.LongTermGuardianshipAssumed;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.LongTermGuardianshipEnded;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.ReturnAssessed;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.ReturnedToGuardian;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.TemporaryCareAssigned;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.TemporaryCareChanged;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.TemporaryCareReviewed;
import org.huhang.query.area.Measure;

/** What a fact says of who guards the child, as figures tell it. */
public enum GuardianshipStep {
    GUARDED,
    LAPSED,
    TEMPORARY_CARE,
    LONG_TERM;

    /** Empty for a fact that changes no figure. */
    public static Optional<GuardianshipStep> of(GuardianshipEvent event) {
        return switch (event) {
            case GuardianshipLapsed _ -> Optional.of(LAPSED);
            case TemporaryCareAssigned _ -> Optional.of(TEMPORARY_CARE);
            case ReturnedToGuardian _, LongTermGuardianshipEnded _ -> Optional.of(GUARDED);
            case LongTermGuardianshipAssumed _ -> Optional.of(LONG_TERM);
            case TemporaryCareChanged _, TemporaryCareReviewed _, ReturnAssessed _ -> Optional.empty();
        };
    }

    public Set<Measure> measures() {
        return switch (this) {
            case GUARDED -> Set.of();
            case LAPSED -> Set.of(Measure.GUARDIANSHIP_LAPSED);
            case TEMPORARY_CARE -> Set.of(Measure.TEMPORARY_CARE);
            case LONG_TERM -> Set.of(Measure.LONG_TERM_GUARDIANSHIP);
        };
    }
}
