package org.huhang.query.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.query.kit.Happenings.*;
import static org.huhang.query.kit.Story.CHILD;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.division.PublishedDivisions;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.log.Recorded;
import org.huhang.query.casefile.Timeline.Step;
import org.huhang.query.fact.Change;
import org.huhang.query.fact.Revealing;
import org.huhang.query.kit.Story;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whatever was recorded, in whatever order it took effect. */
class ReplayPropertyTest {

    private static final Writing WRITING = new Writing(PublishedDivisions.load());

    @Property(tries = 300)
    void a_replay_at_the_head_is_the_case_now(@ForAll("histories") List<Recorded> history) {
        long head = history.getLast().position();

        assertThat(Pictures.timeline(Asked.of(Long.toString(head), null, history), history)
                        .answer())
                .isEqualTo(Pictures.now(history));
    }

    @Property(tries = 300)
    void what_was_known_and_what_came_later_make_the_case_now(
            @ForAll("histories") List<Recorded> history, @ForAll("days") LocalDate day) {
        Timeline timeline = Pictures.timeline(Asked.of(day.toString(), null, history), history);

        assertThat(timeline.base().size() + timeline.since().size()).isEqualTo(history.size());
        assertThat(last(timeline)).isEqualTo(Pictures.now(history).orElse(null));
    }

    @Property(tries = 300)
    void what_was_true_and_what_came_later_make_all_that_is_ever_true(
            @ForAll("histories") List<Recorded> history, @ForAll("days") LocalDate day) {
        Timeline timeline = Pictures.timeline(Asked.of(day.plusDays(20).toString(), day.toString(), history), history);
        Timeline everything = Pictures.timeline(Asked.of(null, "9999-12-31", history), history);

        assertThat(last(timeline)).isEqualTo(everything.answer().orElse(null));
    }

    @Property(tries = 200)
    void the_changes_of_a_history_applied_in_order_rebuild_the_case(@ForAll("histories") List<Recorded> history) {
        JsonNode now = tree(Pictures.now(history).orElseThrow(), history);
        ObjectNode rebuilt = JsonNodeFactory.instance.objectNode();
        now.propertyNames().forEach(rebuilt::putNull);
        for (Step step : Timeline.steps(Pictures.history(history))) {
            JsonNode before = tree(step.before(), history);
            JsonNode after = tree(step.after(), history);
            Change.between(before, after).forEach(change -> {
                assertThat(at(rebuilt, change.path())).isEqualTo(change.before());
                apply(rebuilt, change);
            });
        }

        assertThat(rebuilt).isEqualTo(now);
    }

    @Example
    void the_invented_histories_hold_every_kind_of_fact() {
        Set<Class<?>> told = new HashSet<>(
                all("2024-05-01").stream().map(CaseEvent::getClass).toList());
        told.add(registered("2024-03-01").getClass());

        assertThat(told)
                .isEqualTo(EventCatalogue.all().stream()
                        .filter(CaseEvent.class::isAssignableFrom)
                        .collect(Collectors.toSet()));
    }

    @Provide
    Arbitrary<List<Recorded>> histories() {
        Arbitrary<CaseEvent> facts = days().flatMap(day -> Arbitraries.of(all(day.toString())));
        return facts.list().ofMaxSize(25).map(events -> {
            Story story = new Story().on("2024-03-01").recorded(registered("2024-03-01"));
            IntStream.range(0, events.size()).forEach(i -> story.on(
                            LocalDate.of(2024, 3, 2).plusDays(i * 5L).toString())
                    .recorded(events.get(i)));
            return story.history(CHILD);
        });
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-5, 150).map(days -> LocalDate.of(2024, 3, 1)
                .plusDays(days));
    }

    private static Registered last(Timeline timeline) {
        List<Step> since = timeline.since();
        return since.isEmpty()
                ? timeline.answer().orElse(null)
                : since.getLast().after();
    }

    private static JsonNode tree(Registered view, List<Recorded> history) {
        return view == null
                ? JsonNodeFactory.instance.objectNode()
                : Revealing.tree(WRITING.write(view, Facts.of(Pictures.history(history))));
    }

    private static String[] steps(String path) {
        return path.replace("[", ".").replace("]", "").split("\\.");
    }

    private static JsonNode at(JsonNode root, String path) {
        JsonNode node = root;
        for (String step : steps(path)) {
            node = node.isArray() ? node.get(Integer.parseInt(step)) : node.get(step);
            if (node == null) {
                return JsonNodeFactory.instance.nullNode();
            }
        }
        return node;
    }

    private static void apply(ObjectNode root, Change change) {
        String[] steps = steps(change.path());
        JsonNode parent = root;
        for (int i = 0; i < steps.length - 1; i++) {
            parent = parent.isArray() ? parent.get(Integer.parseInt(steps[i])) : parent.get(steps[i]);
        }
        String leaf = steps[steps.length - 1];
        if (parent instanceof ArrayNode array) {
            int place = Integer.parseInt(leaf);
            if (change.after().isNull()) {
                array.remove(place);
            } else if (place == array.size()) {
                array.add(change.after().deepCopy());
            } else {
                array.set(place, change.after().deepCopy());
            }
        } else {
            ((ObjectNode) parent).set(leaf, change.after().deepCopy());
        }
    }
}
