package org.huhang.log.append;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.huhang.command.port.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The writer's way to the database. Where a commit's fate is not known, because the connection was lost or the server
 * ended, the same changes are sent again until it is: the log knows its own facts and receipts, so nothing is recorded
 * twice and nothing is guessed.
 */
final class LogConnection {

    private static final Logger LOG = LoggerFactory.getLogger(LogConnection.class);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final int TRIES_IN_CONTENTION = 10;

    private final DataSource database;
    private Connection connection;
    private AppendStatement statement;

    LogConnection(DataSource database) {
        this.database = database;
    }

    /** What came of one change: a fate, or the fault that kept it from having one. */
    record Attempt(Append change, Fate fate, RuntimeException fault) {}

    /** Returns once the fate of each is known. */
    List<Attempt> append(List<Append> changes) throws InterruptedException {
        if (changes.isEmpty()) {
            return List.of();
        }
        boolean unknown = false;
        Duration pause = PAUSE;
        for (int number = 1; ; number++) {
            try {
                List<Fate> fates = statement().append(changes);
                if (unknown) {
                    LOG.info("The log can be written again; what was under way has been found out");
                }
                return attempts(changes, fates);
            } catch (SQLException | RuntimeException e) {
                Trouble trouble = Trouble.of(e);
                boolean again =
                        switch (trouble) {
                            case FATE_UNKNOWN, NOT_REACHED -> true;
                            case IN_THE_WAY -> number <= TRIES_IN_CONTENTION;
                            case CANNOT_NOW, THEIR_OWN -> false;
                        };
                if (!again) {
                    return trouble == Trouble.THEIR_OWN && changes.size() > 1
                            ? oneByOne(changes)
                            : failed(changes, unknown, e);
                }
                if (trouble != Trouble.IN_THE_WAY) {
                    close();
                    if (!unknown) {
                        LOG.warn("The log cannot be written, trying again until it can: {}", Trouble.name(e));
                    }
                    unknown = true;
                    TimeUnit.NANOSECONDS.sleep(pause.toNanos());
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                }
            }
        }
    }

    void close() {
        try (Connection held = connection;
                AppendStatement prepared = statement) {
            // Nothing but to let go of both.
        } catch (SQLException e) {
            // It was lost already.
        }
        connection = null;
        statement = null;
    }

    /** One of them the log cannot take; the others shall not suffer for it. */
    private List<Attempt> oneByOne(List<Append> changes) throws InterruptedException {
        List<Attempt> attempts = new ArrayList<>();
        for (Append change : changes) {
            attempts.addAll(append(List.of(change)));
        }
        return attempts;
    }

    private static List<Attempt> attempts(List<Append> changes, List<Fate> fates) {
        List<Attempt> attempts = new ArrayList<>(changes.size());
        for (int i = 0; i < changes.size(); i++) {
            attempts.add(new Attempt(changes.get(i), fates.get(i), null));
        }
        return attempts;
    }

    private static List<Attempt> failed(List<Append> changes, boolean unknown, Exception e) {
        RuntimeException fault =
                switch (Trouble.of(e)) {
                    case THEIR_OWN -> new IllegalStateException("The log does not take the change: " + Trouble.name(e));
                    case CANNOT_NOW, IN_THE_WAY, FATE_UNKNOWN, NOT_REACHED ->
                        unknown ? Unavailable.outcomeUnknown() : Unavailable.notRecorded();
                };
        LOG.warn("{} changes were not recorded: {}", changes.size(), Trouble.name(e));
        return changes.stream().map(change -> new Attempt(change, null, fault)).toList();
    }

    private AppendStatement statement() throws SQLException {
        if (statement == null) {
            connection = database.getConnection();
            connection.setAutoCommit(true);
            connection.setNetworkTimeout(Runnable::run, (int) LONGEST_CALL.toMillis());
            statement = new AppendStatement(connection);
        }
        return statement;
    }
}
