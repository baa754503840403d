package org.huhang.query.area.guardianship;

/** Who cares for the child, as the ledger shows it. */
public enum CareState {
    GUARDED,
    /** 监护缺失, before anybody stands in. */
    LAPSED,
    /** 临时监护. */
    TEMPORARY_CARE,
    /** 长期监护. */
    LONG_TERM_GUARDIANSHIP
}
