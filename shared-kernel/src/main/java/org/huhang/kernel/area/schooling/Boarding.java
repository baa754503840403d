package org.huhang.kernel.area.schooling;

/** Whether the child lives at school (是否学校寄宿). */
public enum Boarding {
    BOARDER,
    DAY_PUPIL,
    /** 未采集. */
    NOT_COLLECTED
}
