package org.huhang.command.api.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what callers write, and takes nothing for what it is not: no unknown or doubled field, no number for a text, no
 * half-right date. Whatever does not fit is refused with the place of each fault and never with its content. A body of more
 * than any command could need is not read to its end.
 */
public final class StrictJson {

    /** Names, values and brackets; the fullest registration has some 500. */
    static final int MOST_TOKENS = 4000;

    private static final int DEEPEST = 20;
    private static final int LONGEST_NAME = 1000;
    private static final int LONGEST_NUMBER = 100;

    /** Keeps no names: those of strangers would stay in the parser's table for good. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(MOST_TOKENS)
                            .maxNestingDepth(DEEPEST)
                            .maxNameLength(LONGEST_NAME)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    /**
     * @throws Refused {@code MALFORMED_JSON} with line and column, also for bytes that are not UTF-8; {@code TOO_MANY_ITEMS}
     *     or {@code TOO_MANY_FIELDS} at what holds most of a body that holds too much
     */
    public static JsonNode tree(byte[] body) {
        try (JsonParser json = MAPPER.createParser(text(body))) {
            return tree(json);
        }
    }

    private static JsonNode tree(JsonParser json) {
        try {
            JsonNode tree = MAPPER.readTree(json);
            if (tree == null || tree.isMissingNode()) {
                throw malformed(json.currentLocation());
            }
            return tree;
        } catch (JacksonException e) {
            throw json.currentTokenCount() > MOST_TOKENS
                    ? tooMuch(json.streamReadContext())
                    : malformed(e.getLocation() == null ? json.currentLocation() : e.getLocation());
        }
    }

    /** @throws Refused with every field at fault */
    public static <T> T read(JsonNode tree, Class<T> type) {
        return type.cast(BodyReader.read(tree, Shapes.of(type)));
    }

    private static String text(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw new Refused(RefusalCode.MALFORMED_JSON);
        }
    }

    private static Refused malformed(TokenStreamLocation place) {
        return new Refused(Refusal.of(
                RefusalCode.MALFORMED_JSON,
                Map.of(
                        "line", Integer.toString(place.getLineNr()),
                        "column", Integer.toString(place.getColumnNr()))));
    }

    private static Refused tooMuch(TokenStreamContext stopped) {
        TokenStreamContext fullest = Stream.iterate(
                        stopped, context -> !context.inRoot(), TokenStreamContext::getParent)
                .max(Comparator.comparingInt(TokenStreamContext::getEntryCount))
                .orElse(stopped);
        RefusalCode code = fullest.inArray() ? RefusalCode.TOO_MANY_ITEMS : RefusalCode.TOO_MANY_FIELDS;
        String path = JsonPath.of(fullest);
        return new Refused(path.isEmpty() ? Refusal.of(code) : Refusal.at(path, code));
    }
}
