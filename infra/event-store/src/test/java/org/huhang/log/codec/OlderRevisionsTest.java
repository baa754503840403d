package org.huhang.log.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.huhang.kernel.area.file.FileEvent.CaseReopened;
import org.huhang.kernel.event.Event;
import org.huhang.log.testing.Samples;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** As if {@link CaseReopened} were at its third revision: first {@code why} alone, then {@code reason}, now with its day. */
class OlderRevisionsTest {

    private static final String NAME = "CaseReopened";
    private static final ToIntFunction<Class<? extends Event>> THIRD = type -> type == CaseReopened.class ? 3 : 1;

    private static final Upcaster RENAMED = upcaster(1, payload -> payload.set("reason", payload.remove("why")));
    private static final Upcaster DATED = upcaster(2, payload -> payload.put("effectiveOn", "2026-03-01"));

    private static final String FIRST = "{\"why\": \"孩子说想念奶奶。\"}";
    private static final String SECOND = "{\"reason\": \"孩子说想念奶奶。\"}";
    private static final String TODAY = "{\"reason\": \"孩子说想念奶奶。\", \"effectiveOn\": \"2026-03-01\"}";

    private static final Event SAMPLE = Samples.all().stream()
            .filter(CaseReopened.class::isInstance)
            .findFirst()
            .orElseThrow();

    @Test
    void a_fact_is_written_in_todays_revision_and_read_from_every_earlier_one() {
        EventCodec codec = codec(DATED, RENAMED);

        assertThat(codec.write(Samples.CASE.stream(), SAMPLE).revision()).isEqualTo(3);
        for (WrittenEvent written : List.of(
                new WrittenEvent(NAME, 1, FIRST),
                new WrittenEvent(NAME, 2, SECOND),
                new WrittenEvent(NAME, 3, TODAY))) {
            assertThat(codec.read(Samples.CASE.stream(), written))
                    .as(written.payload())
                    .isEqualTo(SAMPLE);
        }
    }

    @Test
    void a_missing_step_is_named() {
        assertThatThrownBy(() -> codec(RENAMED).read(Samples.CASE.stream(), new WrittenEvent(NAME, 1, FIRST)))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessage("Event CaseReopened revision 1 has no upcaster from revision 2");
        assertThat(codec(DATED).read(Samples.CASE.stream(), new WrittenEvent(NAME, 2, SECOND)))
                .as("the step before is not needed")
                .isEqualTo(SAMPLE);
    }

    @Test
    void a_later_revision_is_not_guessed_at() {
        assertThatThrownBy(() -> codec(RENAMED, DATED).read(Samples.CASE.stream(), new WrittenEvent(NAME, 4, TODAY)))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessage("Event CaseReopened revision 4 was written by a later version of Huhang");
    }

    @Test
    void two_upcasters_of_one_step_are_a_mistake() {
        assertThatThrownBy(() -> new Upcasters(List.of(RENAMED, RENAMED))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void all_is_well_with_a_golden_of_each_revision_and_upcasters_between_them() {
        assertThat(complaints(goldens(), RENAMED, DATED)).isEmpty();
    }

    @Test
    void an_event_that_changed_without_a_revision_of_its_own_is_noticed() {
        Map<String, String> changed = goldens();
        changed.put("CaseReopened.v3.json", SECOND);
        assertThat(complaints(changed, RENAMED, DATED)).containsExactly("CaseReopened.v3.json: cannot be read");
    }

    @Test
    void a_raised_revision_without_a_golden_of_its_own_is_noticed() {
        Map<String, String> without = goldens();
        without.remove("CaseReopened.v3.json");
        assertThat(complaints(without, RENAMED, DATED)).containsExactly("CaseReopened.v3.json: missing");
    }

    @Test
    void a_raised_revision_without_an_upcaster_is_noticed() {
        assertThat(complaints(goldens(), RENAMED)).containsExactly("CaseReopened.v1.json: cannot be read");
        assertThat(complaints(goldens(), DATED)).containsExactly("CaseReopened.v1.json: cannot be read");
    }

    @Test
    void a_golden_of_an_older_revision_that_was_taken_away_is_noticed() {
        Map<String, String> without = goldens();
        without.remove("CaseReopened.v2.json");
        assertThat(complaints(without, RENAMED, DATED)).containsExactly("CaseReopened.v2.json: missing");
    }

    private static Map<String, String> goldens() {
        return new HashMap<>(
                Map.of("CaseReopened.v1.json", FIRST, "CaseReopened.v2.json", SECOND, "CaseReopened.v3.json", TODAY));
    }

    private static List<String> complaints(Map<String, String> files, Upcaster... upcasters) {
        return new Goldens(codec(upcasters), THIRD, name -> Optional.ofNullable(files.get(name)))
                .complaints(List.of(CaseReopened.class), List.of(SAMPLE));
    }

    private static EventCodec codec(Upcaster... upcasters) {
        return new EventCodec(PersonalDataGate.open(), new Upcasters(List.of(upcasters)), THIRD);
    }

    private static Upcaster upcaster(int from, Consumer<ObjectNode> change) {
        return new Upcaster() {
            @Override
            public String event() {
                return NAME;
            }

            @Override
            public int from() {
                return from;
            }

            @Override
            public ObjectNode lift(ObjectNode payload) {
                change.accept(payload);
                return payload;
            }
        };
    }
}
