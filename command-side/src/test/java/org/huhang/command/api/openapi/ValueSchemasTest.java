package org.huhang.command.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.value.Address;
import org.huhang.kernel.value.Contact;
import org.huhang.kernel.value.DocumentNumber;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.PersonName;
import org.huhang.kernel.value.PersonalValue;
import org.junit.jupiter.api.Test;

class ValueSchemasTest {

    private static final Map<Class<? extends PersonalValue>, Function<String, PersonalValue>> PERSONAL = Map.of(
            PersonName.class, PersonName::of,
            DocumentNumber.class, DocumentNumber::of,
            Address.class, Address::of,
            Contact.class, Contact::of,
            Narrative.class, Narrative::of);

    @Test
    void the_length_shown_is_the_length_taken() {
        assertThat(PERSONAL.keySet()).containsExactlyInAnyOrder(permitted());
        PERSONAL.forEach((type, reading) -> {
            int longest = ValueSchemas.all().get(type).getMaxLength();
            assertThat(reading.apply("x".repeat(longest)).reveal()).hasSize(longest);
            assertThatThrownBy(() -> reading.apply("x".repeat(longest + 1)))
                    .hasMessage(RefusalCode.TEXT_TOO_LONG.name());
        });
    }

    @Test
    void the_pattern_shown_for_a_division_code_takes_what_the_code_takes() {
        for (String code : List.of("330109", "330109101", "330109101001", "820000", "3301", "930109", "33010a", "")) {
            assertThat(code.matches(ValueSchemas.DIVISION)).as(code).isEqualTo(taken(code));
        }
    }

    private static boolean taken(String code) {
        try {
            return DivisionCode.of(code).digits().equals(code);
        } catch (Refused refused) {
            return false;
        }
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends PersonalValue>[] permitted() {
        return (Class<? extends PersonalValue>[]) PersonalValue.class.getPermittedSubclasses();
    }
}
