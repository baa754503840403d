package org.huhang.app.access;

import java.util.stream.Stream;

/** Where a child lives and where it is registered: the same place, or two. */
enum Home {
    IN_THE_VILLAGE(Home.VILLAGE, Home.VILLAGE),
    IN_THE_NEXT_VILLAGE("620102001202", "620102001202"),
    IN_THE_NEXT_TOWNSHIP("620102002201", "620102002201"),
    IN_THE_NEXT_COUNTY("620103001201", "620103001201"),
    IN_THE_NEXT_CITY(Home.NEXT_CITY, Home.NEXT_CITY),
    IN_THE_NEXT_PROVINCE(Home.NEXT_PROVINCE, Home.NEXT_PROVINCE),
    LIVES_HERE_REGISTERED_AWAY(Home.VILLAGE, Home.NEXT_PROVINCE),
    LIVES_AWAY_REGISTERED_HERE(Home.NEXT_PROVINCE, Home.VILLAGE),
    BETWEEN_TWO_OTHER_PROVINCES(Home.NEXT_PROVINCE, "650102");

    static final String VILLAGE = "620102001201";
    static final String NEXT_CITY = "620502";
    static final String NEXT_PROVINCE = "630102";

    private final String residence;
    private final String hukou;

    Home(String residence, String hukou) {
        this.residence = residence;
        this.hukou = hukou;
    }

    /** Where no two of them are the same. */
    static Stream<Home> villages() {
        return Stream.of(
                IN_THE_VILLAGE,
                IN_THE_NEXT_VILLAGE,
                IN_THE_NEXT_TOWNSHIP,
                IN_THE_NEXT_COUNTY,
                IN_THE_NEXT_CITY,
                IN_THE_NEXT_PROVINCE);
    }

    /** The village where the child lives, or one in that county. */
    String village() {
        return residence.length() == 6 ? residence + "001201" : residence;
    }

    String residence() {
        return residence;
    }

    String hukou() {
        return hukou;
    }
}
