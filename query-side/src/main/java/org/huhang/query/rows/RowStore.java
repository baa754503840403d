package org.huhang.query.rows;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.stream.StreamId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of one copy of a read model, to be read and written many cases at a time. */
public final class RowStore {

    private final JdbcClient client;
    private final List<Table<?>> tables;
    private final List<TableSql<?>> statements;
    private final Function<StreamId, List<Recorded>> log;

    /**
     * @param schema of the copy
     * @param log the facts of a stream by its id
     */
    public RowStore(JdbcClient client, String schema, List<Table<?>> tables, Function<StreamId, List<Recorded>> log) {
        this.log = log;
        this.client = client;
        this.tables = List.copyOf(tables);
        this.statements = tables.stream()
                .<TableSql<?>>map(table -> TableSql.of(schema, table))
                .toList();
    }

    /** Loads the rows of {@code cases}, one query a table. The batch must be flushed in the same transaction. */
    public RowBatch load(Collection<UUID> cases) {
        return load(cases, Set.of(), new RowMemory(0));
    }

    /**
     * As {@link #load(Collection)}, but only of cases that are not remembered; they all are from now on.
     *
     * @param begun those of them that cannot have rows, because their very first fact is yet to be applied
     */
    public RowBatch load(Collection<UUID> cases, Set<UUID> begun, RowMemory memory) {
        RowBatch batch = new RowBatch(client, tables, statements, log);
        batch.load(cases, begun, memory);
        return batch;
    }

    /** Deletes every row of the case, and gives a batch in which it has none. */
    public RowBatch clear(UUID caseId) {
        statements.forEach(table -> client.sql(table.clear()).param(caseId).update());
        RowBatch batch = new RowBatch(client, tables, statements, log);
        batch.begin(caseId);
        return batch;
    }
}
