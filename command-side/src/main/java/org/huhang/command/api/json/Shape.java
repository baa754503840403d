package org.huhang.command.api.json;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import org.huhang.kernel.refusal.Refusal.FieldError;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;

/** What may stand at a place of a body. The reader and the API documents both go by it, so that they say the same. */
public sealed interface Shape {

    /**
     * A value written as one text, such as a name or a day.
     *
     * @param expected what is asked for where there was no text: {@code string}, {@code date}, {@code uuid}
     * @param reading throws {@link Refused} for a text that is no such value
     */
    record Text(Class<?> type, String expected, Function<String, ?> reading) implements Shape {}

    record Choice(List<? extends Enum<?>> options) implements Shape {}

    record Flag() implements Shape {}

    /** What may be left out, or be null, where the record holds an Optional of it. */
    record Maybe(Shape content) implements Shape {}

    /** @param distinct whether an entry given twice counts once */
    record Several(Shape item, int most, boolean distinct) implements Shape {}

    /**
     * An object with these fields and no others.
     *
     * @param byName in the order of the record
     * @param check what the record itself says against its values, beyond what its constructor refuses
     */
    record Fields(
            Class<?> record,
            SequencedMap<String, Shape> byName,
            Constructor<?> constructor,
            Function<Object, List<FieldError>> check)
            implements Shape {

        /** The fields that the record asks for when it is given nothing. */
        public List<String> required() {
            try {
                build(byName.values().stream().map(Shape::absent).toArray());
                return List.of();
            } catch (Refused asked) {
                return asked.refusal().errors().stream()
                        .filter(error -> error.code() == RefusalCode.MISSING_FIELD)
                        .map(FieldError::field)
                        .toList();
            }
        }

        /** @throws Refused what the record's constructor does */
        Object build(Object... values) {
            return Invocation.of(() -> constructor.newInstance(values));
        }
    }

    /** What a record is given where nothing was sent. */
    default Object absent() {
        return this instanceof Maybe ? Optional.empty() : null;
    }
}
