package org.huhang.kernel.division;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huhang.kernel.table.Row;
import org.huhang.kernel.table.Tsv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks every change of fourteen years as another source lists it: the code before, on and after the day. */
class EveryChangeTest {

    /** Groups of islands without townships, of a list of 2010 that the product's does not have. */
    private static final Set<String> ISLANDS = Set.of("469031", "469032", "469033");

    private static final Divisions DIVISIONS = PublishedDivisions.load();
    private static final List<Row> ROWS = Tsv.shipped(
            "/divisions/changes-2011-2024.tsv",
            "year",
            "what",
            "code",
            "name",
            "units",
            "successors",
            "date",
            "document");

    /** @param told by the other source: codes of the end of that year */
    private record Told(
            DivisionCode code,
            String name,
            LocalDate before,
            LocalDate after,
            Set<DivisionCode> told,
            List<String> madeOf) {

        static Told of(Row row) {
            LocalDate end = LocalDate.of(Integer.parseInt(row.text("year")), 12, 31);
            LocalDate document = row.optionalDate("date").orElse(end.withDayOfYear(1));
            LocalDate first = document.isBefore(end) ? document : end;
            LocalDate last = document.isBefore(end) ? end : document;
            return new Told(
                    DivisionCode.of(row.text("code")),
                    row.text("name"),
                    first.minusDays(1),
                    last,
                    row.optional("successors").stream()
                            .flatMap(cell -> Arrays.stream(cell.split(",")))
                            .map(DivisionCode::of)
                            .collect(Collectors.toSet()),
                    row.optional("units").stream()
                            .filter(cell -> cell.startsWith("<"))
                            .flatMap(cell -> Arrays.stream(cell.substring(1).split(",")))
                            .map(unit -> unit.equals("_") ? row.text("name") : unit.replace("!", ""))
                            .toList());
        }

        /** Where it says by name of which units it was made; a dot stands for one it names in another way. */
        boolean namesWhatItWasMadeOf() {
            return !madeOf.isEmpty() && madeOf.stream().noneMatch(unit -> unit.startsWith("."));
        }

        boolean isTheSameCodeAndYear(Told other) {
            return code.equals(other.code) && after.getYear() == other.after.getYear();
        }

        /** As read by today's tables, so that no later change of an area is in doubt. */
        Location on(LocalDate day) {
            return DIVISIONS.locate(new DivisionRef(code, DIVISIONS.latest()), day);
        }
    }

    private static Stream<Told> rows(String what) {
        return ROWS.stream()
                .filter(row -> row.text("what").equals(what) && !ISLANDS.contains(row.text("code")))
                .map(Told::of);
    }

    /** Without codes that only changed their name: the source ends them and begins them in one year. */
    static Stream<Told> gone() {
        Set<Told> renamed = rows("new").collect(Collectors.toSet());
        return rows("gone")
                .filter(row -> row.code().level() == DivisionCode.Level.COUNTY)
                .filter(row -> renamed.stream().noneMatch(row::isTheSameCodeAndYear));
    }

    static Stream<Told> made() {
        Set<Told> renamed = rows("gone").collect(Collectors.toSet());
        return rows("new")
                .filter(row -> row.code().level() == DivisionCode.Level.COUNTY)
                .filter(row -> renamed.stream().noneMatch(row::isTheSameCodeAndYear));
    }

    static Stream<Told> parts() {
        return rows("part").filter(row -> !row.told().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("gone")
    void an_abolished_county_is_itself_before_the_document_in_doubt_until_it_is_listed_and_its_successors_after(
            Told change) {
        assertThat(change.on(change.before()).after().likely()).containsExactly(change.code());
        Location during = change.on(change.before().plusDays(1));
        if (change.before().plusDays(1).isBefore(change.after())) {
            assertThat(during.before().likely()).containsExactly(change.code());
        }
        assertThat(during.after().likely()).doesNotContain(change.code()).isNotEmpty();
        Location after = change.on(change.after());
        assertThat(after.before()).isEqualTo(after.after());
        assertThat(after.after().likely()).containsExactlyInAnyOrderElementsOf(change.told());
    }

    @ParameterizedTest
    @MethodSource("made")
    void a_new_county_is_what_it_was_made_of_before_the_document_and_itself_once_it_is_listed(Told change) {
        assertThat(change.on(change.before()).after().likely())
                .doesNotContain(change.code())
                .isNotEmpty();
        assertThat(change.on(change.before().plusDays(1)).after().likely()).containsExactly(change.code());
        assertThat(change.on(change.after()).before().likely()).containsExactly(change.code());
    }

    static Stream<Told> madeOfNamed() {
        return made().filter(Told::namesWhatItWasMadeOf);
    }

    @ParameterizedTest
    @MethodSource("madeOfNamed")
    void the_units_that_a_county_was_made_of_have_the_names_of_the_other_source(Told change) {
        Divisions then = DIVISIONS.asOf(change.before());
        assertThat(change.on(change.before()).before().likely())
                .extracting(county ->
                        ((Standing.InForce) then.standing(county)).division().name())
                .containsExactlyInAnyOrderElementsOf(change.madeOf());
    }

    @ParameterizedTest
    @MethodSource("parts")
    void a_county_that_gave_an_area_away_may_be_the_other_for_who_was_read_before(Told change) {
        DivisionRef read = new DivisionRef(
                change.code(), DivisionEdition.of(change.before().minusYears(1)));
        assertThat(DIVISIONS.locate(read, change.after()).before().possible()).containsAll(change.told());
        assertThat(DIVISIONS.locate(read, change.before().minusYears(1)).after().possible())
                .doesNotContainAnyElementsOf(change.told());
    }

    @Test
    void the_walk_leaves_out_only_renamed_codes_prefectures_islands_and_areas_without_a_unit() {
        assertThat(ROWS).hasSize(806);
        assertThat(gone().count()).isEqualTo(354);
        assertThat(made().count()).isEqualTo(344);
        assertThat(madeOfNamed().count()).isEqualTo(326);
        assertThat(parts().count()).isEqualTo(54);
    }
}
