package org.huhang.app.openapi;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.event.EventCatalogue;

/** A fact as history and replay show it: its name tells which content it has. */
final class FactSchemas {

    private static final String RECORD = "FactRecord";
    private static final String NAME = "name";
    private static final String CONTENT = "content";

    private final AnswerSchemas answers;
    private final BiConsumer<String, Schema<?>> components;

    FactSchemas(AnswerSchemas answers, BiConsumer<String, Schema<?>> components) {
        this.answers = answers;
        this.components = components;
    }

    /** @param fact the record shown but for its content */
    Schema<?> of(JavaType fact) {
        components.accept(RECORD, answers.object(fact));
        Map<String, String> variants = new LinkedHashMap<>();
        for (Class<? extends Event> event : EventCatalogue.all()) {
            String name = EventCatalogue.name(event);
            components.accept(name + "Fact", variant(name, event));
            variants.put(name, name + "Fact");
        }
        return Schemas.oneOf(NAME, variants);
    }

    private Schema<?> variant(String name, Class<? extends Event> event) {
        Schema<?> own = Schemas.object();
        Schemas.require(own, NAME, Schemas.constant(name));
        Schemas.require(own, CONTENT, answers.of(TypeFactory.defaultInstance().constructType(event)));
        return new Schema<>().allOf(List.of(Schemas.reference(RECORD), own));
    }

    /** Which component of a record the name of the fact decides about. */
    static boolean isContent(RecordComponent component) {
        return component.getName().equals(CONTENT);
    }
}
