package org.huhang.app.faults;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A list of invented children, the same for the same number. */
final class ScreeningList {

    private ScreeningList() {}

    static byte[] of(int number, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(row -> "林小满" + number + "之" + row + ",女,2015-05-20,340122,农村,330109104201,2025-01-10,公安")
                .collect(Collectors.joining("\n", "姓名,性别,出生日期,户籍地代码,户口性质,居住地代码,来居住地日期,信息来源\n", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
