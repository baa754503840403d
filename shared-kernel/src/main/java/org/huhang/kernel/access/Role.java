package org.huhang.kernel.access;

/** In which capacity somebody acts. What each may do stands in {@code Access}. */
public enum Role {
    /** 儿童主任, of one village or community. */
    CHILD_DIRECTOR,
    /** 儿童督导员, of one township. */
    SUPERVISOR,
    /** 县级民政. */
    COUNTY_OFFICER,
    /** 市级民政. */
    CITY_OFFICER,
    /** 省级民政. */
    PROVINCE_OFFICER,
    /** 民政部. */
    MINISTRY_OFFICER,
    /** Replays cases; writes nothing. */
    INSPECTOR,
    /** Aggregates only; never a name, never a row of one child. */
    ANALYST,
    /** Runs the installation: rebuilds read models, sees no child. */
    OPERATOR,
    /** Huhang itself, for what the calendar brings about, e.g. a sixteenth birthday. Never given to a token. */
    SYSTEM
}
