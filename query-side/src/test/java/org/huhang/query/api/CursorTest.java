package org.huhang.query.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.value.Sex;
import org.junit.jupiter.api.Test;

class CursorTest {

    private static final UUID CASE = UUID.fromString("0b8f1d6e-2a67-4a7e-9c0f-5d0f3a1f2b11");

    @Test
    void what_was_written_is_read_back_by_type() {
        String cursor = Cursor.write(list("ledger"), LocalDate.of(2026, 3, 1), 17L, null, CASE, "HIGH");

        Cursor read = Cursor.read(list("ledger"), 5, cursor).orElseThrow();

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
        assertThat(Cursor.read(list("audit"), 1, null)).isEmpty();
    }

    @Test
    void a_cursor_changed_in_any_place_is_refused() {
        String cursor = Cursor.write(list("audit"), 4711L);
        for (int i = 0; i < cursor.length(); i++) {
            String tampered = cursor.substring(0, i) + (cursor.charAt(i) == 'A' ? 'Q' : 'A') + cursor.substring(i + 1);
            refused("audit", 1, tampered);
        }
    }

    @Test
    void a_cursor_of_another_list_or_another_shape_is_refused() {
        refused("ledger", 1, Cursor.write(list("audit"), 4711L));
        refused("audit", 2, Cursor.write(list("audit"), 4711L));
        for (String junk : List.of("", "   ", "%%%", "AAAA", "号", "A".repeat(5000))) {
            refused("audit", 1, junk);
        }
    }

    @Test
    void a_field_read_as_what_it_is_not_is_refused() {
        Cursor text = Cursor.read(list("audit"), 1, Cursor.write(list("audit"), "not-a-date"))
                .orElseThrow();

        assertThatThrownBy(() -> text.date(0)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> text.number(0)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> text.uuid(0)).isInstanceOf(Refused.class);
    }

    @Test
    void a_cursor_forged_with_a_right_check_is_refused_where_the_database_would_choke_on_it() {
        for (String text : List.of("VISIT\u0000DUE", "\u0000\u0000", "\n", "\u0085")) {
            Cursor forged = Cursor.read(list("worklist"), 1, Cursor.write(list("worklist"), text))
                    .orElseThrow();
            invalid(() -> forged.text(0));
        }
        for (String day : List.of("+999999999-12-31", "-0001-01-01", "1899-12-31")) {
            Cursor forged = Cursor.read(list("worklist"), 1, Cursor.write(list("worklist"), day))
                    .orElseThrow();
            invalid(() -> forged.date(0));
            invalid(() -> forged.dateIfAny(0));
        }
        Cursor number = Cursor.read(list("audit"), 1, Cursor.write(list("audit"), "99999999999999999999"))
                .orElseThrow();
        invalid(() -> number.number(0));
        invalid(() -> number.numberIfAny(0));
    }

    @Test
    void a_cursor_is_good_for_the_filters_and_the_reach_that_it_was_given_with_however_they_are_written() {
        AskedList asked = AskedList.of("audit", officer("330109"))
                .with("actor", Optional.of("o-17"))
                .with("event", Optional.empty())
                .with("sex", Sex.MALE)
                .list();
        String cursor = Cursor.write(asked, 4711L);

        assertThat(Cursor.read(
                        AskedList.of("audit", officer("330109"))
                                .with("sex", Optional.of(Sex.MALE))
                                .with("actor", "o-17")
                                .list(),
                        1,
                        cursor))
                .isPresent();
        for (AskedList another : List.of(
                list("audit"),
                AskedList.of("audit", officer("330111"))
                        .with("actor", "o-17")
                        .with("sex", Sex.MALE)
                        .list(),
                AskedList.of("audit", officer("330109"))
                        .with("actor", "o-18")
                        .with("sex", Sex.MALE)
                        .list(),
                AskedList.of("audit", officer("330109")).with("actor", "o-17").list())) {
            invalid(() -> Cursor.read(another, 1, cursor));
        }
    }

    private static AskedList list(String name) {
        return AskedList.of(name, officer("330109")).list();
    }

    private static Actor officer(String division) {
        return new Actor("o-17", Role.COUNTY_OFFICER, Jurisdiction.of(division));
    }

    private static void refused(String list, int size, String cursor) {
        invalid(() -> Cursor.read(list(list), size, cursor));
    }

    private static void invalid(ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(Refused.class, no -> {
            assertThat(no.refusal().code()).isEqualTo(RefusalCode.INVALID_CURSOR);
            assertThat(no.refusal().errors().getFirst().field()).isEqualTo("cursor");
        });
    }
}
