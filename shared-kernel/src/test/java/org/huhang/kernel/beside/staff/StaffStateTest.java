package org.huhang.kernel.beside.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huhang.kernel.beside.staff.StaffEvent.StaffAppointed;
import org.huhang.kernel.beside.staff.StaffEvent.StaffAreaAssigned;
import org.huhang.kernel.beside.staff.StaffEvent.StaffPostEnded;
import org.huhang.kernel.beside.staff.StaffEvent.StaffTrainingRecorded;
import org.huhang.kernel.beside.staff.StaffState.Appointed;
import org.huhang.kernel.beside.staff.StaffState.Span;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.DivisionEdition;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.stream.StreamKind;
import org.huhang.kernel.stream.StreamState;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.PersonName;
import org.junit.jupiter.api.Test;

class StaffStateTest {

    private static final StreamId ID = StreamId.of("6f1d1a52-6b0e-4f0f-8f6e-0c6c9a4f2a01");
    private static final String ONE = "330109001201";
    private static final String TWO = "330109001202";
    private static final String THREE = "330109001203";

    @Test
    void nobody_answers_for_anything_before_they_are_appointed() {
        StreamState before = StreamKind.STAFF.unbegun(ID);

        assertThat(before.begun()).isFalse();
        assertThat(before.places()).isEmpty();
        assertThat(before.with(assigned("2026-02-01", ONE), 0)).isEqualTo(before);
    }

    @Test
    void each_day_has_its_areas() {
        Appointed state = after(appointed("2026-01-01", ONE), assigned("2026-03-01", TWO), ended("2026-05-01"));

        assertThat(areas(state, "2025-12-31")).isEmpty();
        assertThat(areas(state, "2026-01-01")).containsExactly(ONE);
        assertThat(areas(state, "2026-02-28")).containsExactly(ONE);
        assertThat(areas(state, "2026-03-01")).containsExactly(TWO);
        assertThat(areas(state, "2026-04-30")).containsExactly(TWO);
        assertThat(areas(state, "2026-05-01")).isEmpty();
    }

    @Test
    void what_is_told_late_takes_its_place_and_of_one_day_the_last_told_stands() {
        Appointed state = after(
                appointed("2026-01-01", ONE),
                assigned("2026-04-01", THREE),
                assigned("2026-03-01", ONE),
                assigned("2026-03-01", TWO));

        assertThat(state.spans())
                .extracting(Span::from, Span::until)
                .containsExactly(
                        tuple(day("2026-01-01"), day("2026-03-01")),
                        tuple(day("2026-03-01"), day("2026-04-01")),
                        tuple(day("2026-04-01"), LocalDate.MAX));
        assertThat(areas(state, "2026-03-15")).containsExactly(TWO);
    }

    @Test
    void a_post_that_ended_on_its_first_day_never_was() {
        Appointed state = after(appointed("2026-01-01", ONE), assigned("2026-02-01", TWO), ended("2026-01-01"));

        assertThat(state.spans()).isEmpty();
        assertThat(state.places()).extracting(DivisionCode::digits).containsExactly(ONE, TWO);
    }

    @Test
    void the_last_training_is_that_of_the_day() {
        Appointed state = after(
                appointed("2026-01-01", ONE),
                trained(TrainingKind.IN_SERVICE, "2026-03-01"),
                trained(TrainingKind.INDUCTION, "2025-12-01"));

        assertThat(state.lastTraining(day("2025-11-30"))).isEmpty();
        assertThat(state.lastTraining(day("2026-02-28")).orElseThrow().kind()).isEqualTo(TrainingKind.INDUCTION);
        assertThat(state.lastTraining(day("2026-03-01")).orElseThrow().kind()).isEqualTo(TrainingKind.IN_SERVICE);
        assertThat(state.version()).isEqualTo(2);
    }

    /** Facts of different days add up to the same, in whatever order they are told. */
    @Test
    void the_order_of_telling_does_not_matter() {
        List<StaffEvent> told = new ArrayList<>(List.of(
                assigned("2026-02-01", TWO),
                assigned("2026-03-01", THREE),
                trained(TrainingKind.IN_SERVICE, "2026-02-15"),
                trained(TrainingKind.INDUCTION, "2025-12-15"),
                ended("2026-05-01")));
        List<Span> spans = inOrder(told).spans();
        Random dice = new Random(20260301);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(told, dice);
            Appointed state = inOrder(told);

            assertThat(state.spans()).isEqualTo(spans);
            assertThat(state.lastTraining(day("2026-06-01")).orElseThrow().on()).isEqualTo(day("2026-02-15"));
        }
    }

    private static Appointed inOrder(List<StaffEvent> told) {
        return after(Stream.concat(Stream.of(appointed("2026-01-01", ONE)), told.stream())
                .toArray(StaffEvent[]::new));
    }

    private static Appointed after(StaffEvent... events) {
        return (Appointed) StreamKind.STAFF.unbegun(ID).withAll(List.of(events));
    }

    private static List<String> areas(Appointed state, String day) {
        return state.areasOn(day(day)).stream()
                .map(area -> area.code().digits())
                .toList();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static StaffAppointed appointed(String day, String... areas) {
        return new StaffAppointed(
                PersonName.of("钱七"), StaffPost.CHILD_DIRECTOR, refs(areas), Optional.empty(), day(day));
    }

    private static StaffAreaAssigned assigned(String day, String... areas) {
        return new StaffAreaAssigned(refs(areas), day(day));
    }

    private static StaffPostEnded ended(String day) {
        return new StaffPostEnded(PostEndReason.RETIRED, Optional.empty(), day(day));
    }

    private static StaffTrainingRecorded trained(TrainingKind kind, String day) {
        return new StaffTrainingRecorded(kind, Narrative.of("走访探视"), day(day));
    }

    private static Set<DivisionRef> refs(String... areas) {
        return Stream.of(areas)
                .map(area -> new DivisionRef(DivisionCode.of(area), DivisionEdition.of("202306")))
                .collect(Collectors.toSet());
    }
}
