package org.huhang.app.access;

import java.util.Arrays;
import java.util.List;
import org.huhang.kernel.access.Role;

/** Who calls: in which role, for which part of the country. */
record Caller(Role role, Region region) {

    static final Caller OPERATOR = new Caller(Role.OPERATOR, Region.NATION);

    /** The officer of the county that a place lies in. */
    static Caller officerOf(String place) {
        return Region.of(Role.COUNTY_OFFICER)
                .filter(county -> county.covers(place))
                .map(county -> new Caller(Role.COUNTY_OFFICER, county))
                .findFirst()
                .orElseThrow();
    }

    /** Everybody with a role, in every part of the country for which it is held. */
    static List<Caller> all(Role role) {
        return Region.of(role).map(region -> new Caller(role, region)).toList();
    }

    /** A role where it is not held: nobody. */
    static List<Caller> misfits(Role role) {
        return Arrays.stream(Region.values())
                .filter(region -> !region.has(role))
                .map(region -> new Caller(role, region))
                .toList();
    }

    /** May the region know of a child with these two places? */
    boolean answersFor(String residence, String hukou) {
        return region.covers(residence) || region.covers(hukou);
    }

    @Override
    public String toString() {
        return role + " of " + region;
    }
}
