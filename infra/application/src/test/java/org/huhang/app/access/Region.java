package org.huhang.app.access;

import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.division.DivisionCode;

/** Divisions somebody may answer for, as seen from one village; no other test opens cases in these provinces. */
enum Region {
    VILLAGE("620102001201"),
    TOWNSHIP("620102001"),
    COUNTY("620102"),
    CITY("620100"),
    PROVINCE("620000"),
    NATION("000000"),
    NEXT_COUNTY("620103"),
    NEXT_CITY("620502"),
    NEXT_PROVINCE("630102");

    private final String code;

    Region(String code) {
        this.code = code;
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
