package org.huhang.kernel.value;

/** How far a migrant child has moved. The township band is counted by Ningxia 2024 for statistics only. */
public enum MigrantBand {
    COUNTY,
    TOWNSHIP
}
