package org.huhang.app.openapi;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.huhang.query.fact.Change;
import org.huhang.query.fact.FactDocument;
import org.jspecify.annotations.Nullable;

/**
 * The schema of an answer, read from its record. Every component is a member that is always there, in the order of the
 * record; one that is an {@link Optional}, or marked {@link Nullable}, may be null.
 */
final class AnswerSchemas {

    private static final TypeFactory TYPES = TypeFactory.defaultInstance();

    private static final String CASE_PART = "CasePart";

    private final ValueTypes values = new ValueTypes();
    private final Set<String> shown = new HashSet<>();
    private final Map<String, JavaType> named;
    private final BiConsumer<String, Schema<?>> components;

    /**
     * @param named which types stand behind the names given so far
     * @param components takes each schema that others refer to, by its name
     */
    AnswerSchemas(Map<String, JavaType> named, BiConsumer<String, Schema<?>> components) {
        this.named = named;
        this.components = components;
    }

    Schema<?> of(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (raw == Optional.class) {
            return Schemas.orNull(of(type.containedType(0)));
        }
        if (type.isCollectionLikeType()) {
            return Schemas.list(of(type.getContentType()));
        }
        if (type.isMapLikeType()) {
            return Schemas.typed("object").additionalProperties(of(type.getContentType()));
        }
        return values.of(raw).orElseGet(() -> reference(type));
    }

    private Schema<?> reference(JavaType type) {
        Class<?> raw = type.getRawClass();
        String name = name(type);
        JavaType known = named.putIfAbsent(name, type);
        if (known != null && !known.equals(type)) {
            throw new IllegalStateException("Two answers would be shown as " + name + ": " + known + " and " + type);
        }
        if (shown.add(name)) {
            if (raw == FactDocument.class) {
                components.accept(name, new FactSchemas(this, components).of(type));
            } else if (raw.isSealed()) {
                components.accept(name, oneOf(type));
            } else if (raw.isRecord()) {
                components.accept(name, object(type));
            } else {
                throw new IllegalStateException("The API documents do not know how to show " + raw.getName());
            }
        }
        return Schemas.reference(name);
    }

    /** Told apart by the name that stands in each, see {@link JsonTypeInfo}. */
    private Schema<?> oneOf(JavaType type) {
        String member = type.getRawClass().getAnnotation(JsonTypeInfo.class).property();
        Map<String, String> variants = new LinkedHashMap<>();
        for (Class<?> each : type.getRawClass().getPermittedSubclasses()) {
            String word = each.getAnnotation(JsonTypeName.class).value();
            Schema<?> variant = Schemas.object();
            Schemas.require(variant, member, Schemas.constant(word));
            addMembers(variant, TYPES.constructType(each));
            components.accept(name(TYPES.constructType(each)), variant);
            variants.put(word, name(TYPES.constructType(each)));
        }
        return Schemas.oneOf(member, variants);
    }

    Schema<?> object(JavaType record) {
        Schema<?> schema = Schemas.object();
        addMembers(schema, record);
        return schema;
    }

    private void addMembers(Schema<?> schema, JavaType record) {
        for (RecordComponent component : record.getRawClass().getRecordComponents()) {
            JavaType type = typeOf(component, record);
            if (component.getDeclaringRecord() == FactDocument.class && FactSchemas.isContent(component)) {
                continue;
            }
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                addMembers(schema, type);
            } else {
                Schemas.require(schema, component.getName(), member(component, type));
            }
        }
    }

    private Schema<?> member(RecordComponent component, JavaType type) {
        if (component.getDeclaringRecord() == Change.class && !values.knows(type.getRawClass())) {
            return casePart();
        }
        Schema<?> schema = Optional.ofNullable(
                        component.getAccessor().getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class))
                .<Schema<?>>map(shown -> words(shown.oneOf(), type))
                .orElseGet(() -> of(type));
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class) ? Schemas.orNull(schema) : schema;
    }

    private Schema<?> casePart() {
        if (shown.add(CASE_PART)) {
            components.accept(CASE_PART, new CaseParts(this).schema());
        }
        return Schemas.reference(CASE_PART);
    }

    /** The words of several enums, in a list or alone. */
    private static Schema<?> words(Class<?>[] enums, JavaType type) {
        Schema<?> one = Schemas.words(Stream.of(enums)
                .flatMap(words -> Arrays.stream(words.getEnumConstants()))
                .map(String::valueOf)
                .distinct()
                .toList());
        return type.isCollectionLikeType() ? Schemas.list(one) : one;
    }

    static JavaType typeOf(RecordComponent component, JavaType record) {
        return TYPES.resolveMemberType(component.getGenericType(), record.getBindings());
    }

    /** Values of the kernel that also stand in commands, where not all of them is required, are told apart. */
    static String name(JavaType type) {
        List<String> parts = new ArrayList<>();
        Class<?> raw = type.getRawClass();
        parts.add(raw.getSimpleName());
        type.getBindings().getTypeParameters().forEach(content -> parts.add(name(content)));
        if (ValueTypes.isOfTheKernel(raw)) {
            parts.add("OnRecord");
        }
        return String.join("", parts);
    }
}
