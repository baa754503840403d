package org.huhang.command.api.json;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.Refusal.FieldError;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;

/** Says what was wrong with a JSON value: where and of which kind, never what it held. */
public final class JsonRefusal {

    private JsonRefusal() {}

    /** @param fault what the reader threw; whatever it is, the answer is a refusal of the request */
    public static Refusal of(RuntimeException fault) {
        String path = fault instanceof JacksonException json ? JsonPath.of(json) : "";
        Optional<Refused> said = refusedWithin(fault);
        if (said.isPresent()) {
            return at(path, said.get().refusal());
        }
        return switch (fault) {
            case PropertyBindingException unknown -> unknownField(path, unknown);
            case InvalidNullException missing -> at(path, RefusalCode.MISSING_FIELD, Map.of());
            case MismatchedInputException mismatch -> mismatch(path, mismatch.getTargetType());
            default -> at(path, RefusalCode.WRONG_TYPE, Map.of());
        };
    }

    private static Optional<Refused> refusedWithin(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }

    /** A value refused itself; it does not know where in the request it stood. */
    private static Refusal at(String path, Refusal said) {
        if (said.errors().isEmpty()) {
            return at(path, said.code(), said.parameters());
        }
        List<FieldError> errors = said.errors().stream()
                .map(error -> new FieldError(JsonPath.join(path, error.field()), error.code(), error.parameters()))
                .toList();
        return new Refusal(said.code(), said.parameters(), errors);
    }

    private static Refusal at(String path, RefusalCode code, Map<String, String> parameters) {
        return path.isEmpty() ? Refusal.of(code, parameters) : Refusal.at(path, code, parameters);
    }

    private static Refusal unknownField(String path, PropertyBindingException unknown) {
        List<String> known = unknown.getKnownPropertyIds() == null
                ? List.of()
                : unknown.getKnownPropertyIds().stream().map(String::valueOf).toList();
        return new Refusal(
                RefusalCode.UNKNOWN_FIELD,
                Map.of(),
                List.of(UnknownFields.unknown(path, unknown.getPropertyName(), known)));
    }

    private static Refusal mismatch(String path, Class<?> target) {
        if (target != null && target.isEnum()) {
            String allowed = Arrays.stream(target.getEnumConstants())
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "));
            return at(path, RefusalCode.VALUE_NOT_ALLOWED, Map.of("allowed", allowed));
        }
        return at(path, RefusalCode.WRONG_TYPE, target == null ? Map.of() : Map.of("expected", jsonTypeOf(target)));
    }

    private static String jsonTypeOf(Class<?> target) {
        if (target == Boolean.class || target == boolean.class) {
            return "boolean";
        }
        if (Collection.class.isAssignableFrom(target)) {
            return "array";
        }
        return target.isRecord() && !TextValues.isOne(target) ? "object" : "string";
    }
}
