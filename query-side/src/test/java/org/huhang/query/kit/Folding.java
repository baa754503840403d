package org.huhang.query.kit;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.stream.StreamId;
import org.huhang.query.Projection;
import org.huhang.query.rows.RowBatch;
import org.huhang.query.rows.RowStore;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Folds a fact into the tables, inside the caller's transaction, the way the application does. */
final class Folding {

    private Folding() {}

    /** @param knownFrom position from which on the read model knows of the fact */
    static void one(
            Projection projection,
            String schema,
            Recorded fact,
            long knownFrom,
            JdbcClient client,
            Function<StreamId, List<Recorded>> log) {
        if (projection.bears(fact.event().getClass())) {
            UUID caseId = fact.caseId().value();
            RowBatch batch = new RowStore(client, schema, projection.tables(), log).load(List.of(caseId));
            batch.apply(projection, fact, knownFrom);
            batch.flush();
        }
    }
}
