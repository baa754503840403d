package org.huhang.command.api.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what callers write, and takes nothing for what it is not: no unknown or doubled field, no number for a text, no
 * half-right date. Whatever does not fit is refused with the place of the fault and never with its content.
 */
public final class StrictJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.WRAP_EXCEPTIONS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .changeDefaultNullHandling(ignored -> JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .withCoercionConfigDefaults(coercions -> {
                for (CoercionInputShape shape : CoercionInputShape.values()) {
                    coercions.setCoercion(shape, CoercionAction.Fail);
                }
            })
            .addModule(new StrictValues())
            .build();

    private StrictJson() {}

    /** @throws Refused {@code MALFORMED_JSON} with line and column, also for bytes that are not UTF-8 */
    public static JsonNode tree(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            JsonNode tree = MAPPER.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
            if (tree.isMissingNode()) {
                throw malformed(1, 1);
            }
            return tree;
        } catch (CharacterCodingException notUtf8) {
            throw new Refused(RefusalCode.MALFORMED_JSON);
        } catch (JacksonException e) {
            throw malformed(
                    e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                    e.getLocation() == null ? 1 : e.getLocation().getColumnNr());
        }
    }

    /** @throws Refused with the path of the field at fault */
    public static <T> T read(JsonNode tree, Class<T> type) {
        if (!tree.isObject()) {
            throw new Refused(Refusal.of(RefusalCode.WRONG_TYPE, Map.of("expected", "object")));
        }
        UnknownFields.refuse(tree, type);
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JacksonException | Refused e) {
            throw new Refused(JsonRefusal.of(e));
        }
    }

    private static Refused malformed(int line, int column) {
        return new Refused(Refusal.of(
                RefusalCode.MALFORMED_JSON,
                Map.of("line", Integer.toString(line), "column", Integer.toString(column))));
    }
}
