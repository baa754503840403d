package org.huhang.kernel.value;

/** How far a migrant child has moved. The township band is counted by Ningxia 2024 for statistics only. */
public enum MigrantBand {
    COUNTY,
    /** Recorded and counted apart; nobody in it is a migrant child of the Plan. */
    TOWNSHIP;

    /** Whether children of this band count wherever migrant children (流动儿童) are counted or listed. */
    public boolean isMigrantChild() {
        return this == COUNTY;
    }
}
