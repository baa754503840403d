package org.huhang.kernel.division;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huhang.kernel.refusal.Refusal.FieldError;
import org.huhang.kernel.refusal.RefusalCode;

/** Whether a code can be recorded as a place: in force now, and precise enough to tell the county. */
public final class DivisionRules {

    private DivisionRules() {}

    /** @param field path of the code in the request, for the error */
    public static Optional<FieldError> check(String field, DivisionCode code, Divisions divisions) {
        return switch (divisions.standing(code)) {
            case Standing.Unknown _ ->
                Optional.of(new FieldError(field, RefusalCode.DIVISION_UNKNOWN, Map.of("division", code.digits())));
            case Standing.Abolished abolished ->
                Optional.of(new FieldError(
                        field, RefusalCode.DIVISION_ABOLISHED, abolition(abolished, divisions.fullName(code))));
            case Standing.ToCome toCome ->
                Optional.of(new FieldError(
                        field,
                        RefusalCode.DIVISION_NOT_YET_IN_FORCE,
                        Map.of(
                                "division", code.digits(),
                                "name", divisions.fullName(code),
                                "from", toCome.from().toString())));
            case Standing.InForce _
            when !divisions.isCountyOrFiner(code) ->
                Optional.of(new FieldError(
                        field,
                        RefusalCode.DIVISION_TOO_COARSE,
                        Map.of("division", code.digits(), "name", divisions.fullName(code))));
            case Standing.InForce _ -> Optional.empty();
        };
    }

    /** {@code successors} is left out where none is known, so that a sentence can tell the two apart. */
    private static Map<String, String> abolition(Standing.Abolished abolished, String name) {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("division", abolished.division().code().digits());
        parameters.put("name", name);
        parameters.put("until", abolished.by().earliest().toString());
        if (!abolished.successors().isEmpty()) {
            parameters.put(
                    "successors",
                    abolished.successors().stream()
                            .map(successor -> successor.code() + " " + successor.name())
                            .collect(Collectors.joining(", ")));
        }
        return parameters;
    }
}
