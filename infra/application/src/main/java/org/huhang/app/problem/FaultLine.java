package org.huhang.app.problem;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A fault as it may be logged: which exceptions, and where in our code. Without their messages, which may repeat what
 * somebody entered about a child, and on one line.
 */
final class FaultLine {

    private static final String OURS = "org.huhang.";
    private static final int DEEPEST = 8;

    private FaultLine() {}

    static String of(Throwable fault) {
        List<String> causes = new ArrayList<>();
        for (Throwable cause = fault; cause != null && causes.size() < DEEPEST; cause = cause.getCause()) {
            causes.add(cause.getClass().getName() + sqlState(cause) + place(cause));
        }
        return String.join(", caused by ", causes);
    }

    private static String sqlState(Throwable cause) {
        return cause instanceof SQLException sql && sql.getSQLState() != null ? "[" + sql.getSQLState() + "]" : "";
    }

    private static String place(Throwable cause) {
        StackTraceElement[] frames = cause.getStackTrace();
        return Arrays.stream(frames)
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .or(() -> Arrays.stream(frames).findFirst())
                .map(frame -> " at " + frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                .orElse("");
    }
}
