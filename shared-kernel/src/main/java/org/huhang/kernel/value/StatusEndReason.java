package org.huhang.kernel.value;

/** Why a migrant or left-behind status ended. */
public enum StatusEndReason {
    /** The sixteenth birthday. */
    AGED_OUT,
    /** The child went home, or the absent parents did. */
    RETURNED,
    /** The child moved on, or the household registration moved to where the child lives. */
    MOVED,
    /** A later screening found a criterion no longer met. */
    NO_LONGER_MET
}
