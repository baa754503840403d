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
    UNKNOWN
}
