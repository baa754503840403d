package org.huhang.kernel.access;

import java.util.Set;

/** In which capacity somebody acts, and at which tiers. What each may do stands in {@code Access}. */
public enum Role {
    /** 儿童主任, of one village or community. */
    CHILD_DIRECTOR(Tier.VILLAGE),
    /** 儿童督导员, of one township. */
    SUPERVISOR(Tier.TOWNSHIP),
    /** 县级民政, also of a city that has no counties. */
    COUNTY_OFFICER(Tier.COUNTY),
    /** 市级民政. */
    CITY_OFFICER(Tier.PREFECTURE),
    /** 省级民政. */
    PROVINCE_OFFICER(Tier.PROVINCE),
    /** 民政部. */
    MINISTRY_OFFICER(Tier.NATION),
    /** Replays cases; writes nothing. */
    INSPECTOR(Tier.NATION, Tier.PROVINCE, Tier.PREFECTURE, Tier.COUNTY),
    /** Aggregates only; never a name, never a row of one child. */
    ANALYST(Tier.NATION, Tier.PROVINCE, Tier.PREFECTURE, Tier.COUNTY),
    /** Runs the installation: rebuilds read models, revokes tokens, sees no child. */
    OPERATOR(Tier.NATION),
    /** Huhang itself, for what the calendar brings about, e.g. a sixteenth birthday. Never given to a token. */
    SYSTEM(Tier.NATION);

    private final Set<Tier> tiers;

    Role(Tier... tiers) {
        this.tiers = Set.of(tiers);
    }

    /** Where the role exists; {@link Offices} tells whether a division is of such a tier. */
    public Set<Tier> tiers() {
        return tiers;
    }
}
