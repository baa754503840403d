package org.huhang.app.access;

import java.util.Arrays;
import java.util.stream.Stream;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.division.DivisionCode;

/** Divisions somebody may answer for, as seen from one village; no other test opens cases in these provinces. */
enum Region {
    VILLAGE("620102001201", Level.VILLAGE),
    NEXT_VILLAGE("620102001202", Level.VILLAGE),
    TOWNSHIP("620102001", Level.TOWNSHIP),
    NEXT_TOWNSHIP("620102002", Level.TOWNSHIP),
    COUNTY("620102", Level.COUNTY),
    NEXT_COUNTY("620103", Level.COUNTY),
    COUNTY_OF_THE_NEXT_CITY("620502", Level.COUNTY),
    COUNTY_OF_THE_NEXT_PROVINCE("630102", Level.COUNTY),
    CITY("620100", Level.CITY),
    NEXT_CITY("620500", Level.CITY),
    PROVINCE("620000", Level.PROVINCE),
    NEXT_PROVINCE("630000", Level.PROVINCE),
    NATION("000000", Level.NATION);

    enum Level {
        VILLAGE,
        TOWNSHIP,
        COUNTY,
        CITY,
        PROVINCE,
        NATION
    }

    private final String code;
    private final Level level;

    Region(String code, Level level) {
        this.code = code;
        this.level = level;
    }

    /** Those of the level, or levels, at which the role is held. */
    static Stream<Region> of(Role role) {
        return Arrays.stream(values()).filter(region -> region.has(role));
    }

    /** The role's own part of the country that the village lies in; the smallest, for a role of several levels. */
    static Region around(Role role) {
        return of(role).filter(region -> region.covers(Home.VILLAGE))
                .findFirst()
                .orElseThrow();
    }

    boolean has(Role role) {
        return switch (role) {
            case CHILD_DIRECTOR -> level == Level.VILLAGE;
            case SUPERVISOR -> level == Level.TOWNSHIP;
            case COUNTY_OFFICER -> level == Level.COUNTY;
            case CITY_OFFICER -> level == Level.CITY;
            case PROVINCE_OFFICER -> level == Level.PROVINCE;
            case MINISTRY_OFFICER, OPERATOR, SYSTEM -> level == Level.NATION;
            case INSPECTOR, ANALYST -> level != Level.VILLAGE && level != Level.TOWNSHIP;
        };
    }

    String code() {
        return code;
    }

    Jurisdiction jurisdiction() {
        return Jurisdiction.of(code);
    }

    boolean covers(String division) {
        return jurisdiction().covers(DivisionCode.of(division));
    }
}
