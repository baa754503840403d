package org.huhang.command.api.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huhang.kernel.refusal.Refusal.FieldError;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;

/** The schema of a body, read from its record: what the documents show is what the reader takes. */
final class BodySchemas {

    private final Map<Class<?>, Schema<?>> values = ValueSchemas.all();
    private final Components components;

    BodySchemas(Components components) {
        this.components = components;
    }

    /** A reference to the record's schema, which stands among the components together with all that it is made of. */
    Schema<?> of(Class<?> record) {
        String name = record.getSimpleName();
        if (components.getSchemas() == null || !components.getSchemas().containsKey(name)) {
            Schema<?> schema = new Schema<>();
            schema.addType("object");
            schema.additionalProperties(false);
            components.addSchemas(name, schema);
            for (RecordComponent component : record.getRecordComponents()) {
                schema.addProperty(component.getName(), ofType(component.getGenericType()));
            }
            List<String> required = required(record);
            if (!required.isEmpty()) {
                schema.required(required);
            }
        }
        return new Schema<>().$ref("#/components/schemas/" + name);
    }

    private Schema<?> ofType(Type type) {
        if (type instanceof ParameterizedType container) {
            Type content = container.getActualTypeArguments()[0];
            Class<?> raw = (Class<?>) container.getRawType();
            return Collection.class.isAssignableFrom(raw) ? list(raw, content) : ofType(content);
        }
        Class<?> single = (Class<?>) type;
        if (values.containsKey(single)) {
            return values.get(single);
        }
        if (single.isEnum()) {
            return choice(single);
        }
        if (single == Boolean.class || single == boolean.class) {
            return typed("boolean");
        }
        if (single.isRecord()) {
            return of(single);
        }
        throw new IllegalStateException("The API documents do not know how to show " + single.getName());
    }

    private Schema<?> list(Class<?> collection, Type content) {
        Schema<?> schema = typed("array");
        schema.items(ofType(content));
        schema.uniqueItems(Set.class.isAssignableFrom(collection) ? Boolean.TRUE : null);
        return schema;
    }

    private static Schema<?> choice(Class<?> options) {
        Schema<Object> schema = new Schema<>();
        schema.addType("string");
        schema.setEnum(Arrays.stream(options.getEnumConstants())
                .map(option -> (Object) String.valueOf(option))
                .toList());
        return schema;
    }

    private static Schema<?> typed(String type) {
        Schema<?> schema = new Schema<>();
        schema.addType(type);
        return schema;
    }

    /** What is required is what the record itself asks for when it is given nothing. */
    private static List<String> required(Class<?> record) {
        try {
            Constructor<?> canonical = record.getDeclaredConstructor(Arrays.stream(record.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            canonical.setAccessible(true);
            canonical.newInstance(Arrays.stream(record.getRecordComponents())
                    .map(component -> component.getType() == Optional.class ? Optional.empty() : null)
                    .toArray());
            return List.of();
        } catch (InvocationTargetException asked) {
            if (asked.getCause() instanceof Refused refused) {
                return refused.refusal().errors().stream()
                        .filter(error -> error.code() == RefusalCode.MISSING_FIELD)
                        .map(FieldError::field)
                        .toList();
            }
            throw new IllegalStateException(record + " does not say what it is missing", asked.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(record + " cannot be looked into", e);
        }
    }
}
