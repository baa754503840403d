package org.huhang.query.audit;

import static org.huhang.query.rows.ColumnType.BIGINT;
import static org.huhang.query.rows.ColumnType.BOOLEAN;
import static org.huhang.query.rows.ColumnType.DATE;
import static org.huhang.query.rows.ColumnType.INSTANT;
import static org.huhang.query.rows.ColumnType.INTEGER;
import static org.huhang.query.rows.ColumnType.TEXT;
import static org.huhang.query.rows.ColumnType.word;

import java.util.function.Function;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.log.Recorded;
import org.huhang.query.rows.Table;

/**
 * A row of the audit: a fact, without its content.
 *
 * @param knownFrom position from which on the audit knows of it; kept only where that is not its own
 */
record Entered(Recorded fact, long knownFrom) {

    static final Table<Entered> TABLE = Table.<Entered>named("fact")
            .column("position", BIGINT, of(Recorded::position))
            .column("version", BIGINT, of(Recorded::version))
            .column("name", TEXT, of(fact -> EventCatalogue.name(fact.event().getClass())))
            .column(
                    "revision",
                    INTEGER,
                    of(fact -> EventCatalogue.revision(fact.event().getClass())))
            .column("effective_on", DATE, of(fact -> fact.event().effectiveOn()))
            .column("recorded_at", INSTANT, of(Recorded::recordedAt))
            .column("actor", TEXT, of(fact -> fact.by().actor().id()))
            .column("role", word(Role.class), of(fact -> fact.by().actor().role()))
            .column(
                    "jurisdiction",
                    TEXT,
                    of(fact -> fact.by().actor().jurisdiction().toString()))
            .column("request_id", TEXT, of(fact -> fact.by().requestId()))
            .column("client_request_id", TEXT, of(fact -> fact.by()
                    .clientRequestId()
                    .orElse(null)))
            .column("channel", word(Attribution.Channel.class), of(fact -> fact.by()
                    .channel()))
            .column("source", TEXT, of(fact -> fact.by().source().orElse(null)))
            .column("demo", BOOLEAN, of(fact -> fact.by().demo()))
            .column("known_from", BIGINT, entry -> entry.knownFrom == entry.fact.position() ? null : entry.knownFrom)
            .appendOnly();

    private static <T> Function<Entered, T> of(Function<Recorded, T> part) {
        return entry -> part.apply(entry.fact);
    }
}
