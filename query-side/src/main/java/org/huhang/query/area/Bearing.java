package org.huhang.query.area;

import java.util.Set;
import java.util.stream.Collectors;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.table.Tsv;

/**
 * Which facts change what in which read model: an approved table of event by read model, part by part in the folders of the
 * areas, with a row for every fact of a case. A rebuild never decodes the others, so a fact without its mark is not seen; tests
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
                .filter(CaseEvent.class::isAssignableFrom)
                .map(Bearing::folder)
                .distinct()
                .flatMap(folder -> Tsv.shipped(folder + TABLE, EVENT, "ledger", "statistics", "worklist").stream())
                .filter(row -> row.text(readModel).equals(MARK))
                .map(row -> row.text(EVENT))
                .collect(Collectors.toUnmodifiableSet()));
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
