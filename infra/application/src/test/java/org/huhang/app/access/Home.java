package org.huhang.app.access;

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

    String residence() {
        return residence;
    }

    String hukou() {
        return hukou;
    }
}
