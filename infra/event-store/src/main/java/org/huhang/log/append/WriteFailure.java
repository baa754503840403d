package org.huhang.log.append;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** What a failed append means for what was to be appended. */
enum WriteFailure {
    /** The connection was lost, or the server ended, while it was under way. */
    RESULT_UNKNOWN,
    /** It was never sent. */
    NOT_SENT,
    /** Another transaction stood in the way; it may simply be tried again. */
    CONTENTION,
    /** The server could not do it, e.g. for want of room; nothing was recorded. */
    SERVER_FAILED,
    /** Something in what was to be appended; nothing was recorded. */
    BAD_CHANGE;

    static WriteFailure of(Exception fault) {
        return switch (fault) {
            // The pool has no connection to give, whatever the cause.
            case SQLTransientConnectionException _ -> NOT_SENT;
            case SQLException sql -> ofState(sql.getSQLState() == null ? "" : sql.getSQLState());
            default -> BAD_CHANGE;
        };
    }

    /** In words that quote nothing. */
    static String name(Exception fault) {
        return fault instanceof SQLException sql && sql.getSQLState() != null
                ? "SQL state " + sql.getSQLState()
                : fault.getClass().getSimpleName();
    }

    private static WriteFailure ofState(String state) {
        return switch (state) {
            case "40001", "40P01", "55P03" -> CONTENTION;
            // Cannot connect now, too many connections, read-only because it is a standby: another try may find the
            // primary.
            case "57P03", "53300", "25006", "08001", "08004" -> NOT_SENT;
            case String it when it.isEmpty() || it.startsWith("08") || it.startsWith("57P") -> RESULT_UNKNOWN;
            // The server answered that it failed, so it was undone: whatever failed, sending it again for ever helps
            // nobody.
            case String it
            when it.startsWith("53") || it.startsWith("57") || it.startsWith("58") || it.startsWith("XX") ->
                SERVER_FAILED;
            default -> BAD_CHANGE;
        };
    }
}
