package org.huhang.kernel.beside.staff;

public enum TrainingKind {
    /** Before or soon after the post began (岗前培训). */
    INDUCTION,
    /** Repeated while in the post (在岗培训). */
    IN_SERVICE
}
