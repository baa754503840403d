package org.huhang.app.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Has springdoc show our records as {@link AnswerSchemas} reads them, but for those that bring a schema of their own. */
@Component
class AnswerModels implements ModelConverter {

    private static final String OURS = "org.huhang.";

    private final Map<String, JavaType> named = new ConcurrentHashMap<>();

    @Override
    public Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        JavaType known = Json31.mapper().constructType(type.getType());
        Class<?> raw = known.getRawClass();
        boolean describesItself = raw.isAnnotationPresent(io.swagger.v3.oas.annotations.media.Schema.class);
        if (raw.getName().startsWith(OURS) && (raw.isRecord() || raw.isSealed()) && !describesItself) {
            return new AnswerSchemas(named, context::defineModel).of(known);
        }
        return others.hasNext() ? others.next().resolve(type, context, others) : null;
    }

    @Override
    public boolean isOpenapi31() {
        return true;
    }
}
