package org.huhang.kernel.access;

/** At which level of administration somebody works, from the top down. */
public enum Tier {
    NATION,
    PROVINCE,
    PREFECTURE,
    COUNTY,
    TOWNSHIP,
    VILLAGE
}
