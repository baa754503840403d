package org.huhang.query.area;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.table.Row;
import org.huhang.kernel.table.Tsv;

/**
 * Which facts change what in which read model: an approved table of event by read model, part by part in the folders of the
 * areas, with a row for every fact there is. A rebuild never decodes the others, so a fact without its mark is not seen; tests
 * hold the table against what facts do. The audit takes them all.
 */
public final class Bearing {

    private static final String TABLE = "/read-models.tsv";
    private static final String EVENT = "event";
    private static final String MARK = "x";

    private final Set<String> events;

    private Bearing(Set<String> events) {
        this.events = events;
    }

    /** @param readModel the table's column */
    public static Bearing on(String readModel) {
        return new Bearing(EventCatalogue.all().stream()
                .filter(event -> columns(event).contains(readModel))
                .map(event -> new Part(folder(event), columns(event)))
                .distinct()
                .flatMap(part -> part.rows().stream())
                .filter(row -> row.text(readModel).equals(MARK))
                .map(row -> row.text(EVENT))
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** The table's part in one folder. */
    private record Part(String folder, List<String> columns) {

        List<Row> rows() {
            return Tsv.shipped(
                    folder + TABLE,
                    Stream.concat(Stream.of(EVENT), columns.stream()).toArray(String[]::new));
        }
    }

    /** The read models of the kind of aggregate that the fact is about. */
    private static List<String> columns(Class<? extends Event> event) {
        return switch (EventCatalogue.kind(EventCatalogue.name(event))) {
            case CASE -> List.of("ledger", "statistics", "worklist");
            case STAFF -> List.of("staff");
        };
    }

    public boolean bears(Class<? extends Event> type) {
        return events.contains(EventCatalogue.name(type));
    }

    /** Of the area: both sides name it alike. */
    private static String folder(Class<? extends Event> type) {
        return "/"
                + type.getPackageName()
                        .replace("org.huhang.kernel", "org.huhang.query")
                        .replace('.', '/');
    }
}
