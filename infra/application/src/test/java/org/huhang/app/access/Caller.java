package org.huhang.app.access;

import org.huhang.kernel.access.Role;

/** Who calls: in which role, for which part of the country. */
record Caller(Role role, Region region) {

    static final Caller ANYWHERE = new Caller(Role.COUNTY_OFFICER, Region.NATION);

    /** May the region know of a child with these two places? */
    boolean answersFor(String residence, String hukou) {
        return region.covers(residence) || region.covers(hukou);
    }

    @Override
    public String toString() {
        return role + " of " + region;
    }
}
