package org.huhang.command.area.screening;

import java.time.LocalDate;
import java.util.Optional;
import org.huhang.kernel.value.Absence;
import org.huhang.kernel.value.Guardian;
import org.huhang.kernel.value.GuardianAbility;

/** One parent on one day. */
record Parent(Whereabouts whereabouts, GuardianAbility ability, Optional<Absence> absence) {

    static final Parent UNRECORDED = new Parent(Whereabouts.UNKNOWN, GuardianAbility.UNKNOWN, Optional.empty());

    enum Whereabouts {
        WITH_THE_CHILD,
        /** Works away (外出务工). */
        AWAY,
        /** Dead, missing or held: not there, and not away to work. */
        GONE,
        UNKNOWN
    }

    static Parent of(Guardian guardian, LocalDate on) {
        return new Parent(whereabouts(guardian, on), guardian.ability(), guardian.absence());
    }

    /** Without guardianship ability (无监护能力). */
    boolean unable() {
        return switch (ability) {
            case SERIOUSLY_ILL, SEVERELY_DISABLED, HELD, MISSING, DECEASED -> true;
            case ABLE, UNKNOWN -> false;
        };
    }

    /** There and able: the child is not left behind. */
    boolean guards() {
        return whereabouts == Whereabouts.WITH_THE_CHILD && ability == GuardianAbility.ABLE;
    }

    private static Whereabouts whereabouts(Guardian guardian, LocalDate on) {
        if (!guardian.ability().canBeAtHome()) {
            return Whereabouts.GONE;
        }
        boolean left = guardian.absence()
                .filter(absence -> !absence.since().isAfter(on))
                .isPresent();
        return guardian.livesWithChild() ? Whereabouts.WITH_THE_CHILD : left ? Whereabouts.AWAY : Whereabouts.UNKNOWN;
    }
}
