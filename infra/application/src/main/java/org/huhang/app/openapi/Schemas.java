package org.huhang.app.openapi;

import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Schemas of JSON Schema 2020-12, as OpenAPI 3.1 takes them. */
final class Schemas {

    private static final String COMPONENTS = "#/components/schemas/";

    private Schemas() {}

    static Schema<?> typed(String type) {
        Schema<?> schema = new Schema<>();
        schema.addType(type);
        return schema;
    }

    static Schema<?> reference(String name) {
        return new Schema<>().$ref(COMPONENTS + name);
    }

    static Schema<?> list(Schema<?> content) {
        Schema<?> schema = typed("array");
        schema.items(content);
        return schema;
    }

    static Schema<?> object() {
        return typed("object").required(new ArrayList<>());
    }

    /** Adds a member that is always there. */
    static void require(Schema<?> object, String name, Schema<?> member) {
        object.addProperty(name, member);
        List<String> required = new ArrayList<>(object.getRequired() == null ? List.of() : object.getRequired());
        required.add(name);
        object.setRequired(required);
    }

    static Schema<?> words(List<String> words) {
        Schema<Object> schema = new Schema<>();
        schema.addType("string");
        schema.setEnum(new ArrayList<>(words));
        return schema;
    }

    static Schema<?> constant(String word) {
        Schema<?> schema = typed("string");
        schema.setConst(word);
        return schema;
    }

    static Schema<?> orNull(Schema<?> schema) {
        if (schema.getTypes() == null) {
            return new Schema<>().anyOf(List.of(schema, typed("null")));
        }
        schema.addType("null");
        if (schema.getEnum() != null) {
            @SuppressWarnings("unchecked")
            Schema<Object> words = (Schema<Object>) schema;
            List<Object> all = new ArrayList<>(words.getEnum());
            all.add(null);
            words.setEnum(all);
        }
        return schema;
    }

    /** @param variants names of schemas, by what their {@code member} then says */
    @SuppressWarnings("rawtypes") // as Swagger's model declares its lists
    static Schema<?> oneOf(String member, Map<String, String> variants) {
        Discriminator discriminator = new Discriminator().propertyName(member);
        variants.forEach((word, name) -> discriminator.mapping(word, COMPONENTS + name));
        return new Schema<>()
                .oneOf(variants.values().stream()
                        .<Schema>map(Schemas::reference)
                        .toList())
                .discriminator(discriminator);
    }
}
