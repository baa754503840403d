package org.huhang.kernel.value;

/** Whether a guardian is able to guard (监护能力); 2016 survey practice for the grounds of inability. */
public enum GuardianAbility {
    ABLE,
    SERIOUSLY_ILL,
    SEVERELY_DISABLED,
    /** Detained, imprisoned or otherwise held. */
    HELD,
    /** Whereabouts unknown. */
    MISSING,
    DECEASED,
    UNKNOWN;

    /** Whether such a guardian can live with a child at all, and be away to work rather than gone. */
    public boolean canBeAtHome() {
        return switch (this) {
            case HELD, MISSING, DECEASED -> false;
            case ABLE, SERIOUSLY_ILL, SEVERELY_DISABLED, UNKNOWN -> true;
        };
    }
}
