package org.huhang.app.projection;

import java.sql.SQLException;

/** What went wrong, in words that quote nothing. */
final class Faults {

    private Faults() {}

    static String of(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return "SQL state " + sql.getSQLState();
            }
        }
        return fault.getClass().getSimpleName();
    }
}
