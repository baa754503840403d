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
 * The writer's way to the database. Where a commit's result is not known, because the connection was lost or the server
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

    /** What came of one change: a result, or the fault that kept it from having one. */
    record Attempt(Append change, AppendResult result, RuntimeException fault) {}

    /** Returns once the result of each is known. */
    List<Attempt> append(List<Append> changes) throws InterruptedException {
        if (changes.isEmpty()) {
            return List.of();
        }
        boolean unknown = false;
        Duration pause = PAUSE;
        for (int number = 1; ; number++) {
            try {
                List<AppendResult> results = statement().append(changes);
                if (unknown) {
                    LOG.info("The log can be written again; what was under way has been found out");
                }
                return attempts(changes, results);
            } catch (SQLException | RuntimeException e) {
                WriteFailure failure = WriteFailure.of(e);
                boolean again =
                        switch (failure) {
                            case RESULT_UNKNOWN, NOT_SENT -> true;
                            case CONTENTION -> number <= TRIES_IN_CONTENTION;
                            case SERVER_FAILED, BAD_CHANGE -> false;
                        };
                if (!again) {
                    return failure == WriteFailure.BAD_CHANGE && changes.size() > 1
                            ? oneByOne(changes)
                            : failed(changes, unknown, e);
                }
                if (failure != WriteFailure.CONTENTION) {
                    close();
                    if (!unknown) {
                        LOG.warn("The log cannot be written, trying again until it can: {}", WriteFailure.name(e));
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

    private static List<Attempt> attempts(List<Append> changes, List<AppendResult> results) {
        List<Attempt> attempts = new ArrayList<>(changes.size());
        for (int i = 0; i < changes.size(); i++) {
            attempts.add(new Attempt(changes.get(i), results.get(i), null));
        }
        return attempts;
    }

    private static List<Attempt> failed(List<Append> changes, boolean unknown, Exception e) {
        RuntimeException fault =
                switch (WriteFailure.of(e)) {
                    case BAD_CHANGE ->
                        new IllegalStateException("The log does not take the change: " + WriteFailure.name(e));
                    case SERVER_FAILED, CONTENTION, RESULT_UNKNOWN, NOT_SENT ->
                        unknown ? Unavailable.outcomeUnknown() : Unavailable.notRecorded();
                };
        LOG.warn("{} changes were not recorded: {}", changes.size(), WriteFailure.name(e));
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
