package org.huhang.command.api.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;

/** Records that are written as one text, such as a name or a division code. */
public final class TextValues {

    private TextValues() {}

    public static boolean isOne(Class<?> record) {
        return Arrays.stream(record.getDeclaredMethods())
                .anyMatch(method -> method.isAnnotationPresent(JsonCreator.class));
    }
}
