package org.huhang.kernel.value;

/** As on the child's papers (性别). */
public enum Sex {
    MALE,
    FEMALE
}
