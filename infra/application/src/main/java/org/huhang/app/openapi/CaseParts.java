package org.huhang.app.openapi;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.huhang.query.beside.staff.StaffDocument;
import org.huhang.query.casefile.CaseDocument;

/** What may stand anywhere in the document of a case or a member of staff: a change tells of one of these before and after. */
final class CaseParts {

    private static final String QUERY_SIDE = "org.huhang.query.";

    private final AnswerSchemas answers;

    CaseParts(AnswerSchemas answers) {
        this.answers = answers;
    }

    @SuppressWarnings("rawtypes") // as Swagger's model declares its lists
    Schema<?> schema() {
        Set<JavaType> parts = new LinkedHashSet<>();
        for (Class<?> document : List.of(CaseDocument.class, StaffDocument.class)) {
            collect(TypeFactory.defaultInstance().constructType(document), parts);
        }
        Schema<?> plain = Schemas.typed("string");
        List.of("boolean", "integer", "null").forEach(plain::addType);
        List<Schema> any = new ArrayList<>();
        any.add(plain);
        any.add(Schemas.list(Schemas.typed("string")));
        parts.forEach(part -> any.add(answers.of(part)));
        return new Schema<>().anyOf(any);
    }

    /** A record that answers are made of, whichever area it belongs to; those of the kernel are written as one value. */
    private static boolean isPart(Class<?> type) {
        return type.isRecord() && type.getName().startsWith(QUERY_SIDE);
    }

    /** Records, and lists and maps of them; not the whole. */
    private static void collect(JavaType record, Set<JavaType> parts) {
        for (RecordComponent component : record.getRawClass().getRecordComponents()) {
            JavaType type = AnswerSchemas.typeOf(component, record);
            JavaType content = type.isContainerType() ? type.getContentType() : type;
            if (isPart(content.getRawClass()) && parts.add(type)) {
                parts.add(content);
                collect(content, parts);
            } else if (type.isMapLikeType()) {
                parts.add(type);
            }
        }
    }
}
