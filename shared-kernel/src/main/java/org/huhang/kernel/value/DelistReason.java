package org.huhang.kernel.value;

/** Why a child left the key-care ledger. */
public enum DelistReason {
    GROUNDS_ENDED,
    MOVED_AWAY,
    ADULT,
    ADOPTED,
    DECEASED,
    LISTED_IN_ERROR
}
