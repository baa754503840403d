package org.huhang.app.problem;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;

/** Tells a database that is down, starting or full, and work that took too long, from a fault of ours. */
final class Unreachable {

    private Unreachable() {}

    static boolean is(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            boolean unreachable =
                    switch (cause) {
                        case DataAccessResourceFailureException access -> true;
                        case TransientDataAccessException access -> true;
                        case CannotCreateTransactionException transaction -> true;
                        case AsyncRequestTimeoutException answer -> true;
                        case SQLNonTransientConnectionException connection -> true;
                        case SQLTransientException pool -> true;
                        case SQLRecoverableException connection -> true;
                        case SQLException sql -> saysSo(sql.getSQLState());
                        default -> false;
                    };
            if (unreachable) {
                return true;
            }
        }
        return false;
    }

    /** 08: connection; 53: out of resources; 57: operator intervention, e.g. a shutdown. */
    private static boolean saysSo(String sqlState) {
        return sqlState != null && sqlState.matches("(08|53|57).*");
    }
}
