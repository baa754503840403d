package org.huhang.query.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.junit.jupiter.api.Test;

class CursorTest {

    private static final UUID CASE = UUID.fromString("0b8f1d6e-2a67-4a7e-9c0f-5d0f3a1f2b11");

    @Test
    void what_was_written_is_read_back_by_type() {
        String cursor = Cursor.write("ledger", LocalDate.of(2026, 3, 1), 17L, null, CASE, "HIGH");

        Cursor read = Cursor.read("ledger", 5, cursor).orElseThrow();

        assertThat(read.date(0)).isEqualTo("2026-03-01");
        assertThat(read.number(1)).isEqualTo(17);
        assertThat(read.dateIfAny(2)).isEmpty();
        assertThat(read.numberIfAny(2)).isEmpty();
        assertThat(read.uuid(3)).isEqualTo(CASE);
        assertThat(read.text(4)).isEqualTo("HIGH");
        assertThat(cursor).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void no_cursor_is_the_first_page() {
        assertThat(Cursor.read("audit", 1, null)).isEmpty();
    }

    @Test
    void a_cursor_changed_in_any_place_is_refused() {
        String cursor = Cursor.write("audit", 4711L);
        for (int i = 0; i < cursor.length(); i++) {
            String tampered = cursor.substring(0, i) + (cursor.charAt(i) == 'A' ? 'Q' : 'A') + cursor.substring(i + 1);
            refused("audit", 1, tampered);
        }
    }

    @Test
    void a_cursor_of_another_list_or_another_shape_is_refused() {
        refused("ledger", 1, Cursor.write("audit", 4711L));
        refused("audit", 2, Cursor.write("audit", 4711L));
        for (String junk : List.of("", "   ", "%%%", "AAAA", "号", "A".repeat(5000))) {
            refused("audit", 1, junk);
        }
    }

    @Test
    void a_field_read_as_what_it_is_not_is_refused() {
        Cursor text =
                Cursor.read("audit", 1, Cursor.write("audit", "not-a-date")).orElseThrow();

        assertThatThrownBy(() -> text.date(0)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> text.number(0)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> text.uuid(0)).isInstanceOf(Refused.class);
    }

    @Test
    void a_cursor_forged_with_a_right_check_is_refused_where_the_database_would_choke_on_it() {
        for (String text : List.of("VISIT\u0000DUE", "\u0000\u0000", "\n", "\u0085")) {
            Cursor forged =
                    Cursor.read("worklist", 1, Cursor.write("worklist", text)).orElseThrow();
            invalid(() -> forged.text(0));
        }
        for (String day : List.of("+999999999-12-31", "-0001-01-01", "1899-12-31")) {
            Cursor forged =
                    Cursor.read("worklist", 1, Cursor.write("worklist", day)).orElseThrow();
            invalid(() -> forged.date(0));
            invalid(() -> forged.dateIfAny(0));
        }
        Cursor number = Cursor.read("audit", 1, Cursor.write("audit", "99999999999999999999"))
                .orElseThrow();
        invalid(() -> number.number(0));
        invalid(() -> number.numberIfAny(0));
    }

    private static void refused(String list, int size, String cursor) {
        invalid(() -> Cursor.read(list, size, cursor));
    }

    private static void invalid(ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(Refused.class, no -> {
            assertThat(no.refusal().code()).isEqualTo(RefusalCode.INVALID_CURSOR);
            assertThat(no.refusal().errors().getFirst().field()).isEqualTo("cursor");
        });
    }
}
