package org.huhang.app.request;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an answer's JSON with its length. Written as it is made it would be chunked: one packet for the head and the
 * JSON, and another one to say that this was all. An answer that its caller has already is not written at all.
 */
final class JsonInOnePiece extends JacksonJsonHttpMessageConverter {

    /** Whose health endpoint has types of its own. */
    private static final String SPRING = "org.springframework.boot.";

    private record Collected(HttpOutputMessage answer, ByteArrayOutputStream json) implements HttpOutputMessage {

        @Override
        public HttpHeaders getHeaders() {
            return answer.getHeaders();
        }

        @Override
        public OutputStream getBody() {
            return json;
        }
    }

    private final AnswerTags tags;

    JsonInOnePiece(JsonMapper mapper, AnswerTags tags) {
        super(mapper);
        this.tags = tags;
    }

    /** As documented; Spring's own would also call it any other {@code application/*+json} that is asked for. */
    @Override
    public List<MediaType> getSupportedMediaTypes(Class<?> answer) {
        return answer.getName().startsWith(SPRING)
                ? super.getSupportedMediaTypes(answer)
                : List.of(MediaType.APPLICATION_JSON);
    }

    @Override
    protected void writeInternal(Object value, ResolvableType type, HttpOutputMessage answer, Map<String, Object> hints)
            throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream(512);
        super.writeInternal(value, type, new Collected(answer, json), hints);
        if (tags.had(answer.getHeaders(), json.toByteArray())) {
            return;
        }
        answer.getHeaders().setContentLength(json.size());
        json.writeTo(answer.getBody());
    }
}
