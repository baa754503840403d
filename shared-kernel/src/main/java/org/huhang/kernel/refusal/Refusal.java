package org.huhang.kernel.refusal;

import java.util.List;
import java.util.Map;

/**
 * A no, as a value. Nothing in it may be personal: it is shown, logged and kept in receipts.
 *
 * @param code what a program switches on
 * @param parameters named values for the sentence and for the problem document, e.g. {@code successor=330113}
 * @param errors the fields at fault, in the order of the request; empty when the state refused, not a field
 */
public record Refusal(RefusalCode code, Map<String, String> parameters, List<FieldError> errors) {

    public Refusal {
        parameters = Map.copyOf(parameters);
        errors = List.copyOf(errors);
    }

    /**
     * @param field path into the request as a client wrote it, e.g. {@code residence.division} or a CSV heading
     */
    public record FieldError(String field, RefusalCode code, Map<String, String> parameters) {
        public FieldError {
            parameters = Map.copyOf(parameters);
        }
    }

    public static Refusal of(RefusalCode code) {
        return new Refusal(code, Map.of(), List.of());
    }

    public static Refusal of(RefusalCode code, Map<String, String> parameters) {
        return new Refusal(code, parameters, List.of());
    }

    public static Refusal at(String field, RefusalCode code) {
        return at(field, code, Map.of());
    }

    public static Refusal at(String field, RefusalCode code, Map<String, String> parameters) {
        return new Refusal(code, parameters, List.of(new FieldError(field, code, parameters)));
    }
}
