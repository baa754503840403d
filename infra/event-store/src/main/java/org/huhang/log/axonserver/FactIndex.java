package org.huhang.log.axonserver;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huhang.command.port.IdentityIndex;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.stream.StreamId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All that is written down about the server's log as it is followed: each fact's place, who holds which document, and the
 * receipts. It follows from the log alone, so any number of processes may write it; each step is taken once.
 */
final class FactIndex {

    private static final Logger LOG = LoggerFactory.getLogger(FactIndex.class);

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final TransactionTemplate transaction;
    private final IdentityIndex identities;
    private final ServerReceipts receipts;

    FactIndex(JdbcTemplate jdbc, TransactionTemplate transaction, IdentityIndex identities, ServerReceipts receipts) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.transaction = transaction;
        this.identities = identities;
        this.receipts = receipts;
    }

    /** How far the log has been followed. */
    Moment head() {
        return client.sql("SELECT position, recorded_at FROM axonserver.head")
                .query((row, index) -> place(row))
                .single();
    }

    /** When the fact at {@code position} was recorded; the epoch before the first. */
    Moment at(long position) {
        return position == 0
                ? Moment.START
                : client.sql("SELECT position, recorded_at FROM axonserver.fact WHERE position = :position")
                        .param("position", position)
                        .query((row, index) -> place(row))
                        .single();
    }

    /** How many cases there are. */
    long cases() {
        return client.sql("SELECT count(*) FROM axonserver.fact WHERE version = 0")
                .query(Long.class)
                .single();
    }

    /** Where a case's facts have their places, by version. */
    Map<Long, Moment> of(StreamId stream) {
        Map<Long, Moment> places = new HashMap<>();
        client.sql("SELECT position, recorded_at, version FROM axonserver.fact WHERE stream = :stream")
                .param("stream", stream.value())
                .query((row, index) -> places.put(row.getLong("version"), place(row)))
                .list();
        return places;
    }

    /**
     * Takes note of the facts of whole commands, in one transaction.
     *
     * @param before the place of the fact before the first of {@code facts}
     * @return the facts with their places
     */
    List<Recorded> follow(Moment before, List<ServerFact> facts) {
        List<Recorded> placed = new ArrayList<>();
        Moment place = before;
        for (ServerFact fact : facts) {
            place = ServerFact.next(place, fact.at(), fact.trace().begins());
            placed.add(fact.at(place));
        }
        Moment reached = place;
        transaction.executeWithoutResult(status -> write(placed, facts, reached));
        return placed;
    }

    private void write(List<Recorded> placed, List<ServerFact> facts, Moment reached) {
        long known = client.sql("SELECT position FROM axonserver.head FOR UPDATE")
                .query(Long.class)
                .single();
        if (known < placed.getFirst().position() - 1) {
            throw new IllegalStateException("The index reaches to " + known + " only: it was put back; start again");
        }
        int first = (int) Math.max(
                0, Math.min(placed.size(), known + 1 - placed.getFirst().position()));
        if (first == placed.size()) {
            return;
        }
        List<Recorded> fresh = placed.subList(first, placed.size());
        jdbc.batchUpdate(
                "INSERT INTO axonserver.fact (position, stream, version, recorded_at) VALUES (?, ?, ?, ?)",
                fresh.stream()
                        .map(fact -> new Object[] {
                            fact.position(),
                            fact.stream().value(),
                            fact.version(),
                            fact.recordedAt().atOffset(ZoneOffset.UTC)
                        })
                        .toList());
        fresh.forEach(this::identify);
        settle(fresh, facts.subList(first, facts.size()));
        client.sql("UPDATE axonserver.head SET position = :position, recorded_at = :at")
                .param("position", reached.position())
                .param("at", reached.recordedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void identify(Recorded fact) {
        try {
            identities.follow(fact.stream(), List.of(fact.event()));
        } catch (Refused held) {
            // The facts stand. It takes a process that slept through its claim; whoever merges the cases sets it right.
            LOG.error("Case {} at position {} has a document of another case", fact.stream(), fact.position());
        }
    }

    /** Every command among them is over: its answer is known, its claims have become facts, and nobody has to wait for it. */
    private void settle(List<Recorded> placed, List<ServerFact> facts) {
        List<Object[]> commands = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < facts.size(); i++) {
            Trace trace = facts.get(i).trace();
            if (trace.last()) {
                List<Recorded> those = placed.subList(from, i + 1);
                trace.keyed().ifPresent(keyed -> receipts.keep(keyed.mark(), Answers.of(keyed, those)));
                commands.add(new Object[] {trace.command()});
                from = i + 1;
            }
        }
        jdbc.batchUpdate("DELETE FROM axonserver.claim WHERE command = ?", commands);
        jdbc.batchUpdate("DELETE FROM axonserver.under_way WHERE command = ?", commands);
    }

    private static Moment place(ResultSet row) throws SQLException {
        Instant recordedAt = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
        return new Moment(row.getLong("position"), recordedAt);
    }
}
