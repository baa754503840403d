package org.huhang.command.api.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import org.huhang.kernel.identity.DocumentRules;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.Refusal.FieldError;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.value.AtMost;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.IdentityDocument;

/** Reads the shape of a body from its record: the record's components are its fields. */
public final class Shapes {

    private static final ClassValue<Shape> KNOWN = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return single(type);
        }
    };

    private Shapes() {}

    /** @throws IllegalStateException for a record with a component that no body can bring */
    public static Shape.Fields of(Class<?> record) {
        return (Shape.Fields) KNOWN.get(record);
    }

    private static Shape single(Class<?> type) {
        if (type == LocalDate.class) {
            return new Shape.Text(type, "date", Shapes::date);
        }
        if (type == CaseId.class) {
            return new Shape.Text(type, "uuid", Shapes::caseId);
        }
        if (type == Boolean.class) {
            return new Shape.Flag();
        }
        if (type.isEnum()) {
            return new Shape.Choice(Arrays.stream(type.getEnumConstants())
                    .<Enum<?>>map(option -> (Enum<?>) option)
                    .toList());
        }
        if (!type.isRecord()) {
            throw new IllegalStateException("No body can bring a " + type.getName());
        }
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(JsonCreator.class))
                .findFirst()
                .<Shape>map(creator -> {
                    creator.setAccessible(true);
                    return new Shape.Text(type, "string", text -> created(creator, text));
                })
                .orElseGet(() -> fields(type));
    }

    private static Shape of(Type type, AnnotatedElement component) {
        if (!(type instanceof ParameterizedType container)) {
            return KNOWN.get((Class<?>) type);
        }
        Shape content = of(container.getActualTypeArguments()[0], component);
        Class<?> raw = (Class<?>) container.getRawType();
        if (raw == Optional.class) {
            return new Shape.Maybe(content);
        }
        if (raw == Set.class && content instanceof Shape.Choice choice) {
            return new Shape.Several(content, choice.options().size(), true);
        }
        AtMost most = component.getAnnotation(AtMost.class);
        if (raw != List.class || most == null) {
            throw new IllegalStateException(component + " is no list that says how many it takes at most");
        }
        return new Shape.Several(content, most.value(), false);
    }

    private static Shape.Fields fields(Class<?> record) {
        RecordComponent[] components = record.getRecordComponents();
        SequencedMap<String, Shape> byName = new LinkedHashMap<>();
        for (RecordComponent component : components) {
            byName.put(component.getName(), of(component.getGenericType(), component));
        }
        try {
            Constructor<?> canonical = record.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            canonical.setAccessible(true);
            return new Shape.Fields(record, byName, canonical, check(record));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(record + " has no canonical constructor", e);
        }
    }

    /** Not asked by the constructor: what is on record was recorded by the rules of its day. */
    private static Function<Object, List<FieldError>> check(Class<?> record) {
        return record == IdentityDocument.class
                ? document -> DocumentRules.form("number", (IdentityDocument) document)
                : _ -> List.of();
    }

    private static Object created(Method creator, String text) {
        return Invocation.of(() -> creator.invoke(null, text));
    }

    private static LocalDate date(String text) {
        return DateText.read(text).orElseThrow(() -> new Refused(RefusalCode.INVALID_DATE));
    }

    private static CaseId caseId(String text) {
        return StreamIdText.read(text)
                .map(id -> CaseId.of(id.value()))
                .orElseThrow(() -> new Refused(Refusal.of(RefusalCode.WRONG_TYPE, Map.of("expected", "uuid"))));
    }
}
