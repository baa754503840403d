package org.huhang.kernel.access;

/**
 * Who asks, in which role, for which part of the country.
 *
 * @param id the subject of the token; a work account, not a name
 */
public record Actor(String id, Role role, Jurisdiction jurisdiction) {

    public static final Actor SYSTEM = new Actor("huhang", Role.SYSTEM, Jurisdiction.NATION);
}
