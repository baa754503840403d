package org.huhang.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.sql.DataSource;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Recorded;
import org.huhang.log.read.LogScan;
import org.huhang.query.Projection;
import org.huhang.query.rows.CaseRows;
import org.huhang.query.rows.Changes;
import org.huhang.query.rows.Table;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/**
 * One part of a rebuild: its facts are read on a thread of their own, folded in memory, and the rows copied. The rows and
 * that the part is done are one transaction.
 */
final class Fold {

    /** Pieces read ahead of the fold. */
    private static final int AHEAD = 4;

    private sealed interface Read {
        record Piece(List<Recorded> facts, long position) implements Read {}

        record End() implements Read {}

        record Failed(Throwable fault) implements Read {}
    }

    private final ReadModel model;
    private final Made made;
    private final Projection projection;
    private final List<Table<?>> tables;
    private final Copy copy;
    private final RebuildPlan.Part part;
    private final LogScan scan;
    private final EventLog log;
    private final RebuildProgress progress;
    private final Map<UUID, CaseRows> cases = new HashMap<>();
    private final Set<UUID> passedOver = new HashSet<>();
    /** Positions from which on the copy to come has cases parked already. */
    private final Map<UUID, Long> parkedFrom = new HashMap<>();

    private Gaps gaps = Gaps.NONE;
    private long reached;

    /** @param made what the rows of the new copy are made by */
    Fold(
            ReadModel model,
            Made made,
            Copy copy,
            RebuildPlan.Part part,
            LogScan scan,
            EventLog log,
            RebuildProgress progress) {
        this.log = log;
        this.model = model;
        this.made = made;
        this.projection = model.projection();
        this.tables = projection.tables();
        this.copy = copy;
        this.part = part;
        this.scan = scan;
        this.progress = progress;
    }

    /** @throws org.huhang.log.codec.UnreadableEvent for an event that this build does not know; nothing is written then */
    void run(DataSource database) throws InterruptedException {
        BlockingQueue<Read> read = new ArrayBlockingQueue<>(AHEAD);
        Thread reader = Thread.ofPlatform()
                .name(Thread.currentThread().getName() + "-reader")
                .daemon()
                .start(() -> readInto(read));
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                fold(read, connection);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new SQLStateSQLExceptionTranslator().translate("Copying a part", null, e);
        } finally {
            reader.interrupt();
            reader.join();
        }
    }

    private void readInto(BlockingQueue<Read> read) {
        try {
            LogScan.Wanted wanted =
                    new LogScan.Wanted(projection::bears, projection.wantsAttribution(), part.number(), part.of());
            try {
                scan.scan(0, part.upTo(), wanted, (facts, position) -> read.put(new Read.Piece(facts, position)));
                read.put(new Read.End());
            } catch (RuntimeException | Error e) {
                // Whatever it is: the fold waits for it.
                read.put(new Read.Failed(e));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fold(BlockingQueue<Read> read, Connection connection) throws InterruptedException {
        JdbcClient client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        ParkedCases parked = new ParkedCases(copy.name(), client);
        parked.all().forEach(it -> parkedFrom.put(it.caseId().value(), it.position()));
        gaps = new Gaps(parked.gaps());
        CopyWriter writer = new CopyWriter(connection, copy.name(), tables);
        Changes finals = writer.finals();
        while (true) {
            switch (read.take()) {
                case Read.Piece piece -> {
                    piece.facts().forEach(fact -> apply(fact, finals, parked));
                    progress.read(piece.position() - reached);
                    reached = piece.position();
                }
                case Read.Failed failed -> throw FaultReason.unchecked(failed.fault());
                case Read.End _ -> {
                    cases.values().forEach(rows -> rows.tellAll(writer.all()));
                    writer.finish();
                    if (!made.equals(model.wanted())) {
                        throw new IllegalStateException("Other tables of divisions came into force meanwhile");
                    }
                    new RebuildPlan(copy, client).done(part.number());
                    return;
                }
            }
        }
    }

    private void apply(Recorded fact, Changes finals, ParkedCases parked) {
        UUID caseId = fact.caseId().value();
        if (passedOver.contains(caseId) || parkedFrom.getOrDefault(caseId, Long.MAX_VALUE) <= fact.position()) {
            return;
        }
        try {
            cases.computeIfAbsent(caseId, it -> new CaseRows(it, tables, log::history))
                    .apply(projection, fact, gaps.knownFrom(fact), finals);
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            passedOver.add(caseId);
            parked.park(fact, FaultReason.of(e));
        }
    }
}
