package org.huhang.kernel.value;

/** Why a child counts as left behind (国发〔2016〕13号). */
public enum LeftBehindReason {
    BOTH_PARENTS_AWAY,
    ONE_AWAY_OTHER_UNABLE
}
