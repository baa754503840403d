package org.huhang.projection;

import java.sql.SQLException;
import java.util.Optional;

/** What went wrong, in words that quote nothing. */
final class FaultReason {

    private FaultReason() {}

    static String of(Throwable fault) {
        return sqlState(fault).map(state -> "SQL state " + state).orElseGet(() -> fault.getClass()
                .getSimpleName());
    }

    /** Whether the database is well and only does not take what it was given: a value out of range, a constraint. */
    static boolean isOfTheRow(Throwable fault) {
        return sqlState(fault)
                .filter(state -> state.startsWith("22") || state.startsWith("23"))
                .isPresent();
    }

    /**
     * For what another thread ran into, to be thrown on this one.
     *
     * @throws Error where it is one
     */
    static RuntimeException unchecked(Throwable fault) {
        return switch (fault) {
            case RuntimeException it -> it;
            case Error it -> throw it;
            case Throwable it -> new IllegalStateException(it);
        };
    }

    private static Optional<String> sqlState(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return Optional.of(sql.getSQLState());
            }
        }
        return Optional.empty();
    }
}
