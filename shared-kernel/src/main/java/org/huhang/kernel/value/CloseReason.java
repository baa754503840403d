package org.huhang.kernel.value;

/** Why a case is closed. A closed case can be reopened. */
public enum CloseReason {
    ADULT,
    MOVED_OUT_OF_REACH,
    NO_LONGER_IN_NEED,
    DECEASED,
    REGISTERED_IN_ERROR
}
