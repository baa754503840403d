package org.huhang.query.statistics;

/** By whose map places are counted. */
public enum DivisionsOf {
    /** Under the division that answers for the place today. */
    TODAY,
    /** Under the one that answered on the day the figure speaks of, as far as the place's code tells. */
    DAY
}
