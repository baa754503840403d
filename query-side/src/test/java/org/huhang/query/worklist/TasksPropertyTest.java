package org.huhang.query.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.query.kit.Story.CHILD;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.huhang.kernel.division.PublishedDivisions;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.query.area.CaseOutline;
import org.huhang.query.area.Duties;
import org.huhang.query.area.TaskKind;
import org.huhang.query.area.guardianship.GuardianshipHappenings;
import org.huhang.query.kit.Happenings;
import org.huhang.query.kit.ReadModelKit;
import org.huhang.query.kit.Story;

class TasksPropertyTest {

    private static final List<Function<String, CaseEvent>> FACTS = List.of(
            on -> Happenings.migrant(on, on),
            on -> Happenings.reconfirmed(on, on),
            Happenings::toReview,
            Happenings::migrantEnded,
            on -> Happenings.listed(on, on),
            on -> Happenings.visited(on, on),
            Happenings::delisted,
            on -> Happenings.temporaryCare(on, on, on),
            on -> GuardianshipHappenings.careChanged(on, on),
            Happenings::returned,
            Happenings::longTerm,
            GuardianshipHappenings::adopted,
            on -> Happenings.moved("330102001", on),
            on -> Happenings.corrected(on, "李鸣"),
            Happenings::closed,
            Happenings::reopened);

    @Provide
    Arbitrary<List<CaseEvent>> facts() {
        return Combinators.combine(Arbitraries.of(FACTS), Arbitraries.integers().between(10, 28))
                .as((make, day) -> make.apply("2024-03-" + day))
                .list()
                .ofMaxSize(12);
    }

    @Property(tries = 60)
    void tasks_kept_fact_by_fact_are_those_of_the_whole_case(@ForAll("facts") List<CaseEvent> facts) {
        Story story =
                new Story().recorded(Happenings.registered("2024-03-01")).recorded(facts.toArray(CaseEvent[]::new));
        ReadModelKit tables = ReadModelKit.empty(
                        new WorklistProjection(PublishedDivisions.load(), PolicyBook::published))
                .follow(story);
        CaseOutline outline = CaseOutline.of(story.ofCase(CHILD).now()).orElseThrow();
        assertThat(CaseOutline.COLUMN.read().apply(CaseOutline.COLUMN.write().apply(outline)))
                .usingRecursiveComparison()
                .ignoringFields("areas.guardianship.carer")
                .isEqualTo(outline);
        Map<TaskKind, LocalDate> kept = new EnumMap<>(TaskKind.class);
        tables.read(WorklistProjection.NAME, db -> db.sql("SELECT kind, due_on, child, residence FROM task")
                        .query()
                        .listOfRows())
                .forEach(row -> {
                    assertThat(row.get("child")).isEqualTo(outline.particulars().name());
                    assertThat(row.get("residence"))
                            .isEqualTo(outline.particulars().residence());
                    kept.put(
                            TaskKind.valueOf(row.get("kind").toString()),
                            LocalDate.parse(row.get("due_on").toString()));
                });
        assertThat(kept).isEqualTo(Duties.of(outline, PolicyBook.published()));
    }
}
