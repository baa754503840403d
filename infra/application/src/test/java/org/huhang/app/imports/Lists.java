package org.huhang.app.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Screening lists without a fault, each of children of its own. */
final class Lists {

    private Lists() {}

    /** @param family in whose name they all are */
    static byte[] of(String family, String county, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(row -> "%s小满%d,女,2015-05-20,340122,%s,2025-01-10".formatted(family, row, county))
                .collect(Collectors.joining("\n", "姓名,性别,出生日期,户籍地代码,居住地代码,来居住地日期\n", "\n"))
                .getBytes(UTF_8);
    }
}
