package org.huhang.command.api;

import java.nio.charset.StandardCharsets;

/** Bodies as a county's officer would send them; nobody in them exists. */
public final class Bodies {

    public static final String REGISTER = """
            {"identity": {"name": "张小花", "otherNames": ["Zhang Xiaohua"], "sex": "FEMALE", "birthDate": "2016-05-04",
                          "documents": [{"type": "PASSPORT", "number": "E12345678", "validUntil": "2027-01-31"}]},
             "hukouDivision": "640425", "householdType": "RURAL",
             "residenceDivision": "330109101", "residenceAddress": "瓜沥镇东灵路1号", "residenceSince": "2025-02-28",
             "guardians": [{"relation": "MOTHER", "name": "李秀英", "contact": "13900000000", "livesWithChild": true,
                            "ability": "ABLE", "awaySince": "2025-02-28", "worksIn": "330109"}],
             "agency": "VILLAGE", "on": "2026-03-01"}""";

    public static final String VISIT = """
            {"visitor": "王芳", "seen": "在家写作业", "childView": "想妈妈", "risk": "HIGH", "on": "2026-03-01"}""";

    private Bodies() {}

    public static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
