package org.huhang.log.axonserver;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.huhang.command.port.Unavailable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Commands whose facts are on their way to the server, marked in the database for all processes. A command is marked before
 * it is given its time, until its facts are followed or known not to come; so whoever asks what was known by an instant can
 * wait for all that may turn out to be earlier. The mark of a process that died counts for as long as a claim does, and then
 * until what it may have left behind has been followed.
 */
final class UnderWay {

    /** @param commands that were given a time before {@code now}; whoever is given one from now on is given a later one */
    record Earlier(Instant now, List<UUID> commands) {}

    private static final Duration LONGEST = Claims.LEASE;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    private record Marked(UUID command, boolean isStale) {}

    private final JdbcClient client;
    private final ServerStreams streams;

    UnderWay(JdbcClient client, ServerStreams streams) {
        this.client = client;
        this.streams = streams;
    }

    /** Not to be asked within a transaction. @return the command's time, by the database's clock */
    Instant setOut(UUID command) {
        return client.sql("SELECT axonserver.set_out(:command, make_interval(secs => :longest))")
                .param("command", command)
                .param("longest", LONGEST.toSeconds())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** Its facts will not be recorded. Of facts that are, {@link FactIndex} takes note and the mark away in one. */
    void over(UUID command) {
        client.sql("DELETE FROM axonserver.under_way WHERE command = :command")
                .param("command", command)
                .update();
    }

    Earlier earlier() {
        return client.sql("SELECT now_at, commands FROM axonserver.earlier()")
                .query(UnderWay::read)
                .single();
    }

    /**
     * Waits until all of them are over. The mark of one that died over it, or does not know what became of its facts, is taken
     * away once its time is up, so that nothing of it comes any more, and what may have come before has been followed.
     *
     * @throws Unavailable where one of them stays under way for long
     */
    void await(Earlier earlier) {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        List<Marked> left = of(earlier.commands());
        while (!left.isEmpty()) {
            List<UUID> stale =
                    left.stream().filter(Marked::isStale).map(Marked::command).toList();
            if (!stale.isEmpty()) {
                awaitFollowed(streams.head(), deadline);
                sweep(stale);
            } else {
                pause(deadline);
            }
            left = of(earlier.commands());
        }
    }

    private void awaitFollowed(long head, long deadline) {
        while (followed() < head) {
            pause(deadline);
        }
    }

    private long followed() {
        return client.sql("SELECT position FROM axonserver.head")
                .query(Long.class)
                .single();
    }

    private void sweep(List<UUID> stale) {
        client.sql("DELETE FROM axonserver.under_way WHERE command = ANY (?)")
                .param(stale.toArray(UUID[]::new))
                .update();
    }

    private List<Marked> of(List<UUID> commands) {
        return commands.isEmpty()
                ? List.of()
                : client.sql("SELECT command, until <= clock_timestamp() AS is_stale FROM axonserver.under_way"
                                + " WHERE command = ANY (?)")
                        .param(commands.toArray(UUID[]::new))
                        .query((row, _) -> new Marked(row.getObject("command", UUID.class), row.getBoolean("is_stale")))
                        .list();
    }

    private static Earlier read(ResultSet row, int number) throws SQLException {
        return new Earlier(row.getObject("now_at", OffsetDateTime.class).toInstant(), List.of((UUID[])
                row.getArray("commands").getArray()));
    }

    private static void pause(long deadline) {
        if (System.nanoTime() - deadline > 0) {
            throw Unavailable.notRecorded();
        }
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Unavailable.notRecorded();
        }
    }
}
