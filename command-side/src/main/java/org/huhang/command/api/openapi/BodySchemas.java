package org.huhang.command.api.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import org.huhang.command.api.json.Shape;
import org.huhang.command.api.json.Shapes;

/** The schema of a body, from the shape that its reader goes by: what the documents show is what is taken. */
final class BodySchemas {

    private final Map<Class<?>, Schema<?>> values = ValueSchemas.all();
    private final Components components;

    BodySchemas(Components components) {
        this.components = components;
    }

    /** A reference to the record's schema, which stands among the components together with all that it is made of. */
    Schema<?> of(Class<?> record) {
        return fields(Shapes.of(record));
    }

    private Schema<?> of(Shape shape) {
        return switch (shape) {
            case Shape.Text text -> text(text.type());
            case Shape.Choice choice -> choice(choice.options());
            case Shape.Flag _ -> typed("boolean");
            case Shape.Maybe maybe -> of(maybe.content());
            case Shape.Several several -> several(several);
            case Shape.Fields fields -> fields(fields);
        };
    }

    private Schema<?> text(Class<?> type) {
        Schema<?> schema = values.get(type);
        if (schema == null) {
            throw new IllegalStateException("The API documents do not know how to show " + type.getName());
        }
        return schema;
    }

    private Schema<?> fields(Shape.Fields shape) {
        String name = shape.record().getSimpleName();
        if (components.getSchemas() == null || !components.getSchemas().containsKey(name)) {
            Schema<?> schema = typed("object");
            schema.additionalProperties(false);
            components.addSchemas(name, schema);
            shape.byName().forEach((field, content) -> schema.addProperty(field, of(content)));
            List<String> required = shape.required();
            if (!required.isEmpty()) {
                schema.required(required);
            }
        }
        return new Schema<>().$ref("#/components/schemas/" + name);
    }

    private Schema<?> several(Shape.Several shape) {
        Schema<?> schema = typed("array");
        schema.items(of(shape.item()));
        schema.maxItems(shape.most());
        schema.uniqueItems(shape.distinct() ? Boolean.TRUE : null);
        return schema;
    }

    private static Schema<?> choice(List<? extends Enum<?>> options) {
        Schema<Object> schema = new Schema<>();
        schema.addType("string");
        schema.setEnum(options.stream().map(option -> (Object) option.name()).toList());
        return schema;
    }

    private static Schema<?> typed(String type) {
        Schema<?> schema = new Schema<>();
        schema.addType(type);
        return schema;
    }
}
