package org.huhang.kernel.value;

/** What screening last found of a child. */
public enum ScreenedStatus {
    MIGRANT,
    LEFT_BEHIND,
    NEITHER,
    UNDER_REVIEW
}
