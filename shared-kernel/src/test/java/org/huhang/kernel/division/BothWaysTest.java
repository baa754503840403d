package org.huhang.kernel.division;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huhang.kernel.division.DivisionChange.What;
import org.huhang.kernel.division.DivisionCode.Level;
import org.huhang.kernel.table.Tsv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every change of the shipped table, the day before it, while it is under way and once it is listed: from the old code and from the new. */
class BothWaysTest {

    private static final Divisions DIVISIONS = PublishedDivisions.load();
    private static final Collection<DivisionChange> ALL = DivisionTables.changes(
                    Tsv.shipped("/divisions/changes.tsv", DivisionTables.CHANGES))
            .keySet();
    private static final Map<LocalDate, Divisions> AS_OF = new HashMap<>();

    static Stream<DivisionChange> changes() {
        return ALL.stream();
    }

    static Stream<DivisionChange> abolished() {
        return counties(What.ABOLISHED);
    }

    static Stream<DivisionChange> created() {
        return counties(What.CREATED);
    }

    static Stream<DivisionChange> parts() {
        return counties(What.PART);
    }

    private static Stream<DivisionChange> counties(What what) {
        return ALL.stream()
                .filter(change -> change.what() == what && change.code().level() == Level.COUNTY);
    }

    @Test
    void nothing_of_the_table_is_left_out() {
        assertThat(ALL).hasSize(815);
        assertThat(ALL.stream().filter(change -> change.code().level() == Level.COUNTY))
                .hasSizeGreaterThan(760);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_code_is_in_force_on_one_side_of_the_day_that_made_or_ended_it_and_on_both_of_any_other(
            DivisionChange change) {
        Standing before = asOf(change.earliest().minusDays(1)).standing(change.code());
        Standing first = asOf(change.earliest()).standing(change.code());
        Standing after = asOf(change.surely()).standing(change.code());
        switch (change.what()) {
            case CREATED -> {
                assertThat(before).isInstanceOf(Standing.ToCome.class);
                assertThat(first).isInstanceOf(Standing.InForce.class);
                assertThat(after).isInstanceOf(Standing.InForce.class);
            }
            case ABOLISHED -> {
                assertThat(before).isInstanceOf(Standing.InForce.class);
                assertThat(first)
                        .isInstanceOf(
                                change.earliest().equals(change.surely())
                                        ? Standing.Abolished.class
                                        : Standing.InForce.class);
                assertThat(after).isInstanceOf(Standing.Abolished.class);
            }
            case RENAMED -> {
                assertThat(before).isInstanceOf(Standing.InForce.class);
                assertThat(after).isEqualTo(new Standing.InForce(new Division(change.code(), change.name())));
            }
            case PART -> {
                assertThat(before).isInstanceOf(Standing.InForce.class);
                assertThat(after).isInstanceOf(Standing.InForce.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("abolished")
    void an_abolished_county_is_itself_until_the_day_and_its_successors_from_it_on(DivisionChange change) {
        DivisionCode code = change.code();
        LocalDate before = change.earliest().minusDays(1);
        assertThat(now(code, before).before().likely()).containsExactly(code);
        assertThat(now(code, before).after().likely()).containsExactly(code);
        assertThat(now(code, change.earliest()).after().likely())
                .isEqualTo(successors(change, change.earliest(), true))
                .doesNotContain(code);
        if (change.earliest().isBefore(change.surely())) {
            assertThat(now(code, change.earliest()).before().likely()).containsExactly(code);
            assertThat(now(code, change.surely().minusDays(1)).before().likely())
                    .containsExactly(code);
        }
        assertThat(now(code, change.surely()).before().likely()).isEqualTo(successors(change, change.surely(), false));
        assertThat(now(code, change.surely()).after().likely()).isEqualTo(successors(change, change.surely(), true));
    }

    @ParameterizedTest
    @MethodSource("abolished")
    void each_successor_may_have_been_the_abolished_county_before(DivisionChange change) {
        LocalDate before = change.earliest().minusDays(1);
        for (DivisionCode successor : counties(change.counterparts())) {
            assertThat(now(successor, before).before().possible())
                    .as("%s before", successor)
                    .contains(change.code());
            assertThat(now(change.code(), change.surely()).after().likely())
                    .as("%s after", change.code())
                    .containsAll(now(successor, change.surely()).after().likely());
        }
    }

    @ParameterizedTest
    @MethodSource("created")
    void a_new_county_is_what_it_was_made_of_until_the_day_and_itself_from_it_on(DivisionChange change) {
        DivisionCode code = change.code();
        LocalDate before = change.earliest().minusDays(1);
        assertThat(now(code, before).after().likely())
                .doesNotContain(code)
                .isEqualTo(likely(change.counterparts(), before, true));
        assertThat(now(code, before).before().likely()).isEqualTo(likely(change.counterparts(), before, false));
        if (change.earliest().isBefore(change.surely())) {
            assertThat(now(code, change.earliest()).before().likely()).doesNotContain(code);
        }
        assertThat(now(code, change.earliest()).after().likely()).containsExactly(code);
        assertThat(now(code, change.surely()).before().likely()).containsExactly(code);
    }

    @ParameterizedTest
    @MethodSource("created")
    void whoever_was_read_in_what_a_county_was_made_of_may_lie_in_it_after(DivisionChange change) {
        LocalDate before = change.earliest().minusDays(1);
        for (DivisionCode predecessor : counties(change.counterparts())) {
            Location after =
                    DIVISIONS.locate(new DivisionRef(predecessor, DivisionEdition.of(before)), change.surely());
            assertThat(after.after().possible()).as("%s", predecessor).contains(change.code());
        }
    }

    @ParameterizedTest
    @MethodSource("parts")
    void an_area_that_went_leaves_both_counties_possible_for_who_was_read_on_the_other_side(DivisionChange change) {
        LocalDate before = change.earliest().minusDays(1);
        DivisionRef read = new DivisionRef(change.code(), DivisionEdition.of(before));
        assertThat(DIVISIONS.locate(read, before).after().possible())
                .doesNotContainAnyElementsOf(change.counterparts());
        assertThat(DIVISIONS.locate(read, change.surely()).before().possible())
                .contains(change.code())
                .containsAll(change.counterparts());
        for (DivisionCode to : change.counterparts()) {
            assertThat(now(to, before).after().possible()).as("%s", to).contains(change.code());
        }
    }

    /** @param first by which an area came where {@code second} took it on from, later */
    private record TwoSteps(DivisionChange first, DivisionCode from, DivisionChange second, DivisionCode to) {}

    static Stream<TwoSteps> twoSteps() {
        List<Way> ways = ALL.stream().flatMap(BothWaysTest::ways).toList();
        return ways.stream().flatMap(one -> ways.stream()
                .filter(other -> other.from().equals(one.to())
                        && !other.to().equals(one.from())
                        && one.change().surely().isBefore(other.change().earliest()))
                .map(other -> new TwoSteps(one.change(), one.from(), other.change(), other.to())));
    }

    private static Stream<Way> ways(DivisionChange change) {
        Stream<Way> ways = change.counterparts().stream()
                .map(other -> change.what() == What.CREATED
                        ? new Way(change, other, change.code())
                        : new Way(change, change.code(), other));
        return change.what() == What.RENAMED
                ? Stream.empty()
                : ways.filter(
                        way -> way.from().level() == Level.COUNTY && way.to().level() == Level.COUNTY);
    }

    @ParameterizedTest
    @MethodSource("twoSteps")
    void who_was_read_on_one_side_of_two_changes_may_lie_on_the_other_side_of_both(TwoSteps steps) {
        LocalDate before = steps.first().earliest().minusDays(1);
        LocalDate after = steps.second().surely();
        DivisionRef old = new DivisionRef(steps.from(), DivisionEdition.of(before));
        DivisionRef young = new DivisionRef(steps.to(), DivisionEdition.of(after));
        assertThat(DIVISIONS.locate(old, after).after().possible())
                .containsAll(DIVISIONS.locate(young, after).after().likely());
        assertThat(DIVISIONS.locate(young, before).before().possible())
                .containsAll(DIVISIONS.locate(old, before).before().likely());
    }

    @Test
    void there_are_areas_that_went_twice() {
        assertThat(twoSteps().count()).isGreaterThan(30);
    }

    /** As read by today's tables. */
    private static Location now(DivisionCode code, LocalDate day) {
        return DIVISIONS.locate(new DivisionRef(code, DIVISIONS.latest()), day);
    }

    private static Set<DivisionCode> successors(DivisionChange change, LocalDate day, boolean already) {
        return likely(change.counterparts(), day, already);
    }

    private static Set<DivisionCode> likely(Set<DivisionCode> codes, LocalDate day, boolean already) {
        return codes.stream()
                .map(code -> now(code, day))
                .flatMap(there -> (already ? there.after() : there.before()).likely().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<DivisionCode> counties(Set<DivisionCode> codes) {
        return codes.stream()
                .filter(code -> code.level() == Level.COUNTY)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Divisions asOf(LocalDate day) {
        return AS_OF.computeIfAbsent(day, DIVISIONS::asOf);
    }
}
