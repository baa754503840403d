package org.huhang.app.access;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.huhang.app.testing.RunningApplication.Answer;

/** Compares what the application answers with what the table says. */
final class Checker {

    /** The clock, how many more requests the server takes on a connection, and what it calls this one. */
    private static final Set<String> OF_THE_CONNECTION = Set.of("date", "connection", "x-request-id");

    private final World world;

    Checker(World world) {
        this.world = world;
    }

    /** Everything that is wrong with a row for a caller; nothing, if all is well. */
    List<String> violations(Row row, Caller caller) {
        List<String> violations = new ArrayList<>();
        Map<Expected, String> told = new EnumMap<>(Expected.class);
        for (Attempt attempt : Attempt.by(row, world)) {
            Expected expected = Expected.of(row, caller, attempt.target());
            boolean harmless = expected == Expected.LET_IN && row.isCommand();
            Answer answer = world.ask(caller, harmless ? attempt.call().harmless() : attempt.call());
            String where = row + " by " + caller + " of " + attempt.target() + ": ";
            expected.violatedBy(answer).ifPresent(violation -> violations.add(where + violation));
            if (expected != Expected.LET_IN && !all(answer).equals(told.computeIfAbsent(expected, _ -> all(answer)))) {
                violations.add(where + "told apart from others that are refused alike: " + all(answer));
            }
        }
        return violations;
    }

    /** Every byte a caller sees of an answer: an unknown thing and a foreign one must not differ in any. */
    private static String all(Answer answer) {
        Map<String, List<String>> headers =
                new TreeMap<>(answer.response().headers().map());
        headers.keySet().removeAll(OF_THE_CONNECTION);
        return answer.status() + " " + headers + " " + answer.unnamedBody();
    }
}
