package org.huhang.app.openapi;

import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import java.util.function.Supplier;
import org.huhang.command.api.openapi.ValueSchemas;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.value.CaseId;
import org.huhang.query.api.Limit;
import org.springdoc.core.customizers.ParameterCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;

/** Shows what parameters take that controllers read as text, by the names that mean the same everywhere. */
@Component
class ParameterSchemas implements ParameterCustomizer {

    private static final Map<String, Supplier<Schema<?>>> BY_NAME = Map.ofEntries(
            Map.entry("caseId", () -> ValueSchemas.all().get(CaseId.class)),
            Map.entry("division", ParameterSchemas::division),
            Map.entry("residence", ParameterSchemas::division),
            Map.entry("hukou", ParameterSchemas::division),
            Map.entry("from", ParameterSchemas::day),
            Map.entry("effectiveAt", ParameterSchemas::day),
            Map.entry("dueBefore", ParameterSchemas::day),
            Map.entry("month", () -> new ValueTypes().of(YearMonth.class).orElseThrow()),
            Map.entry("min-position", () -> Schemas.typed("string").pattern("^[0-9]{1,18}$")),
            Map.entry("cursor", () -> Schemas.typed("string").description("next of the page before")),
            Map.entry(
                    "limit",
                    () -> Schemas.typed("integer").minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(Limit.MOST))));

    @Override
    public Parameter customize(Parameter parameter, MethodParameter method) {
        if (parameter == null
                || method.getParameterType() != String.class
                || !BY_NAME.containsKey(parameter.getName())) {
            return parameter;
        }
        return parameter.schema(BY_NAME.get(parameter.getName()).get());
    }

    private static Schema<?> division() {
        return ValueSchemas.all().get(DivisionCode.class);
    }

    private static Schema<?> day() {
        return Schemas.typed("string").format("date").description("Day in Asia/Shanghai");
    }
}
