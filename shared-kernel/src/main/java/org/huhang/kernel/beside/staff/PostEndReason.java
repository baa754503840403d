package org.huhang.kernel.beside.staff;

public enum PostEndReason {
    RESIGNED,
    REPLACED,
    RETIRED,
    DISMISSED,
    DECEASED,
    /** Should never have been appointed. */
    APPOINTED_IN_ERROR
}
