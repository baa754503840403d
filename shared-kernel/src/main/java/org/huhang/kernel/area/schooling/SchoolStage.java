package org.huhang.kernel.area.schooling;

/** Where a child is in its schooling (就学阶段). Codes of GB/T 4658—2006 (学历代码), which begins with primary school. */
public enum SchoolStage {
    /** 学前教育: no code in GB/T 4658. */
    KINDERGARTEN,
    /** 小学: 80. */
    PRIMARY,
    /** 初中: 70. */
    JUNIOR_SECONDARY,
    /** 普通高中: 60. */
    SENIOR_SECONDARY,
    /** 中等职业教育: 40. */
    SECONDARY_VOCATIONAL,
    /** 特殊教育学校, of whichever stage. */
    SPECIAL_EDUCATION,
    /** 高等教育: 20 and 30. */
    HIGHER,
    /** 其他: 90. */
    OTHER,
    /** 未采集: nobody has found out. Not the same as never having told of the child's schooling. */
    NOT_COLLECTED
}
