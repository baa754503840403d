package org.huhang.kernel.refusal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A no, as a value. Nothing in it may be personal: it is shown, logged and kept in receipts.
 *
 * @param code what a program switches on
 * @param parameters named values for the sentence and for the problem document, e.g. {@code successor=330113}
 * @param errors the fields at fault, in the order of the request; empty when the state refused, not a field. Of more than
 *     {@value #MOST_ERRORS} the first are named and the parameter {@code moreErrors} counts the others
 */
public record Refusal(RefusalCode code, Map<String, String> parameters, List<FieldError> errors) {

    public static final int MOST_ERRORS = 100;

    public Refusal {
        if (errors.size() > MOST_ERRORS) {
            parameters = new HashMap<>(parameters);
            parameters.put("moreErrors", Integer.toString(errors.size() - MOST_ERRORS));
            errors = errors.subList(0, MOST_ERRORS);
        }
        parameters = Map.copyOf(parameters);
        errors = List.copyOf(errors);
    }

    /**
     * @param field path into the request as a client wrote it, e.g. {@code residence.division} or a CSV heading; where what is
     *     on file stands in the way, into the case addressed, as a reader is shown it
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

    /** All faults of one request, under the code of the most basic: of several such, the first. */
    public static Refusal of(List<FieldError> errors) {
        FieldError first = errors.stream()
                .min(Comparator.comparing(error -> error.code().kind()))
                .orElseThrow();
        return new Refusal(first.code(), first.parameters(), errors);
    }

    public static Refusal at(String field, RefusalCode code) {
        return at(field, code, Map.of());
    }

    public static Refusal at(String field, RefusalCode code, Map<String, String> parameters) {
        return new Refusal(code, parameters, List.of(new FieldError(field, code, parameters)));
    }
}
