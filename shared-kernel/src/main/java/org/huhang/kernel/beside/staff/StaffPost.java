package org.huhang.kernel.beside.staff;

import org.huhang.kernel.division.DivisionCode;

/** The posts of those who work with children where they live. */
public enum StaffPost {
    /** 儿童主任, of villages and communities. */
    CHILD_DIRECTOR(DivisionCode.Level.VILLAGE),
    /** 儿童督导员, of townships. */
    TOWNSHIP_SUPERVISOR(DivisionCode.Level.TOWNSHIP);

    private final DivisionCode.Level level;

    StaffPost(DivisionCode.Level level) {
        this.level = level;
    }

    /** Of the divisions that the post is for. */
    public DivisionCode.Level level() {
        return level;
    }
}
