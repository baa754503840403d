package org.huhang.query.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.query.kit.Story.CHILD;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huhang.kernel.area.CaseHistory;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.log.Recorded;
import org.huhang.query.Projection;
import org.huhang.query.rows.Rows;
import org.huhang.query.rows.Table;

/** The approved table of event by read model, held against what facts do to rows in many invented cases. */
public final class Bearings {

    private static final int CASES = 1_500;

    /** What a fold keeps for itself and nobody is shown. */
    private static final Set<String> OWN = Set.of("course", "state", "line", "position", "known_from");

    private Bearings() {}

    /** Just the facts that have their mark change what is shown, and each of those does. */
    public static void areThoseOf(Projection projection) {
        Set<String> changing = new TreeSet<>();
        Random dice = new Random(20240301);
        for (int i = 0; i < CASES; i++) {
            changing.addAll(changing(projection, story(dice)));
        }
        assertThat(changing)
                .isEqualTo(EventCatalogue.all().stream()
                        .filter(projection::bears)
                        .map(EventCatalogue::name)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Story story(Random dice) {
        Story story = new Story().on("2024-03-01").recorded(Happenings.registered("2024-03-01"));
        List<String> days = Stream.generate(() -> "2024-%02d-%02d".formatted(3 + dice.nextInt(5), 1 + dice.nextInt(28)))
                .limit(25)
                .toList();
        // Half of the stories are told in the order of the days: much rests on what was before.
        List<String> told = dice.nextBoolean() ? days.stream().sorted().toList() : days;
        for (int i = 0; i < told.size(); i++) {
            List<CaseEvent> happenings = Happenings.all(told.get(i));
            story.on("2024-09-%02d".formatted(1 + i)).recorded(happenings.get(dice.nextInt(happenings.size())));
        }
        return story;
    }

    /** Names of the facts that changed a row, of all facts, marked or not. */
    private static Set<String> changing(Projection projection, Story story) {
        Set<String> changing = new HashSet<>();
        RowsInMemory rows = new RowsInMemory();
        Set<List<String>> before = rows.shown();
        for (Recorded fact : story.history(CHILD)) {
            rows.at = fact.position();
            rows.history = story.upTo(fact);
            projection.apply(fact, rows);
            Set<List<String>> after = rows.shown();
            if (!after.equals(before)) {
                changing.add(EventCatalogue.name(fact.event().getClass()));
            }
            before = after;
        }
        return changing;
    }

    private static final class RowsInMemory implements Rows {

        private record Kept(Table<?> table, Object row, List<String> cells) {}

        private final Map<List<String>, Kept> kept = new LinkedHashMap<>();
        private long at;
        private CaseHistory history;

        @Override
        public CaseHistory history() {
            return history;
        }

        @Override
        public long knownFrom() {
            return at;
        }

        @Override
        public <R> Optional<R> one(Table<R> table) {
            return of(table).stream().findFirst();
        }

        @Override
        @SuppressWarnings("unchecked")
        public <R> List<R> of(Table<R> table) {
            return kept.values().stream()
                    .filter(row -> row.table() == table)
                    .map(row -> (R) row.row())
                    .filter(table::loads)
                    .toList();
        }

        @Override
        public <R> void put(Table<R> table, R row) {
            kept.put(key(table, row), new Kept(table, row, cells(table, row)));
        }

        @Override
        public <R> void remove(Table<R> table, R row) {
            kept.remove(key(table, row));
        }

        /** Of the rows that stand for now, whatever is shown. */
        Set<List<String>> shown() {
            return kept.values().stream()
                    .filter(row -> !row.cells().isEmpty())
                    .map(Kept::cells)
                    .collect(Collectors.toSet());
        }

        private static <R> List<String> key(Table<R> table, R row) {
            List<String> names = table.columnNames();
            String[] cells = table.encode(CHILD.value(), row);
            List<String> key = new ArrayList<>(List.of(table.name()));
            table.keyNames().forEach(name -> key.add(cells[names.indexOf(name)]));
            return key;
        }

        private static <R> List<String> cells(Table<R> table, R row) {
            List<String> names = table.columnNames();
            String[] cells = table.encode(CHILD.value(), row);
            List<String> shown = new ArrayList<>(List.of(table.name()));
            for (int i = 0; i < cells.length; i++) {
                if (!OWN.contains(names.get(i))) {
                    shown.add(names.get(i) + "=" + cells[i]);
                }
            }
            return table.loads(row) && shown.size() > 2 ? shown : List.of();
        }
    }
}
