package org.huhang.app.openapi;

import io.swagger.v3.oas.models.media.Schema;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.huhang.command.api.openapi.ValueSchemas;
import org.huhang.kernel.event.Event;
import tools.jackson.databind.json.JsonMapper;

/** Types that are one value on the wire. */
final class ValueTypes {

    private static final String KERNEL = "org.huhang.kernel.";
    private static final JsonMapper JSON = new JsonMapper();

    private static final Map<Class<?>, Supplier<Schema<?>>> PLAIN = Map.of(
            String.class, () -> Schemas.typed("string"),
            boolean.class, () -> Schemas.typed("boolean"),
            Boolean.class, () -> Schemas.typed("boolean"),
            int.class, () -> Schemas.typed("integer").format("int32"),
            Integer.class, () -> Schemas.typed("integer").format("int32"),
            long.class, () -> Schemas.typed("integer").format("int64"),
            Long.class, () -> Schemas.typed("integer").format("int64"),
            UUID.class, () -> Schemas.typed("string").format("uuid"),
            YearMonth.class,
                    () -> Schemas.typed("string")
                            .pattern("^[0-9]{4}-(0[1-9]|1[0-2])$")
                            .example("2026-03"));

    Optional<Schema<?>> of(Class<?> type) {
        if (type.isEnum()) {
            return Optional.of(Schemas.words(Arrays.stream(type.getEnumConstants())
                    .map(constant -> JSON.valueToTree(constant).asString())
                    .toList()));
        }
        return Optional.<Schema<?>>ofNullable(ValueSchemas.all().get(type))
                .or(() -> Optional.ofNullable(PLAIN.get(type)).map(Supplier::get));
    }

    boolean knows(Class<?> type) {
        return of(type).isPresent();
    }

    /** Values, not facts. */
    static boolean isOfTheKernel(Class<?> type) {
        return type.getName().startsWith(KERNEL) && !Event.class.isAssignableFrom(type);
    }
}
