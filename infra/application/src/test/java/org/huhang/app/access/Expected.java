package org.huhang.app.access;

import java.util.Optional;
import java.util.Set;
import org.huhang.app.testing.RunningApplication.Answer;

/** What the table of rights and the caller's jurisdiction make of an attempt, and nothing else. */
enum Expected {
    ROLE_OUTSIDE_ITS_LEVEL(403, "ROLE_OUTSIDE_ITS_LEVEL"),
    NOT_PERMITTED(403, "NOT_PERMITTED"),
    OUTSIDE_YOUR_DIVISION(403, "OUTSIDE_YOUR_DIVISION"),
    AREA_OUTSIDE_YOUR_DIVISION(403, "AREA_OUTSIDE_YOUR_DIVISION"),
    STAFF_NOT_FOUND(404, "STAFF_NOT_FOUND"),
    CASE_NOT_FOUND(404, "CASE_NOT_FOUND"),
    IMPORT_NOT_FOUND(404, "IMPORT_NOT_FOUND"),
    /** Whatever the state of things makes of it then. */
    LET_IN(0, "");

    /** None of these says that somebody was let in, nor that the request was as it should be. */
    private static final Set<Integer> TURNED_AWAY = Set.of(400, 401, 403, 405, 406, 413, 415, 504);

    private final int status;
    private final String code;

    Expected(int status, String code) {
        this.status = status;
        this.code = code;
    }

    static Expected of(Row row, Caller caller, Attempt.Target target) {
        if (!caller.region().has(caller.role())) {
            return ROLE_OUTSIDE_ITS_LEVEL;
        }
        if (!row.act().roles().contains(caller.role())) {
            return NOT_PERMITTED;
        }
        return switch (target) {
            case Attempt.Target.Nowhere _ -> LET_IN;
            case Attempt.Target.Unknown _ -> notFound(row);
            case Attempt.Target.AtHome it
            when caller.answersFor(it.home().residence(), it.home().hukou()) -> LET_IN;
            case Attempt.Target.AtHome _ -> row.of() == Row.Of.A_REGISTRATION ? OUTSIDE_YOUR_DIVISION : notFound(row);
            case Attempt.Target.AtWork it when caller.region().covers(it.home().village()) -> LET_IN;
            case Attempt.Target.AtWork _ ->
                row.of() == Row.Of.AN_APPOINTMENT ? AREA_OUTSIDE_YOUR_DIVISION : notFound(row);
            case Attempt.Target.ImportedBy it ->
                caller.region().covers(it.region().code()) ? LET_IN : notFound(row);
        };
    }

    private static Expected notFound(Row row) {
        return switch (row.of()) {
            case AN_IMPORT -> IMPORT_NOT_FOUND;
            case A_MEMBER_OF_STAFF -> STAFF_NOT_FOUND;
            case A_CASE, A_REGISTRATION, AN_APPOINTMENT, A_REVOCATION, NOTHING -> CASE_NOT_FOUND;
        };
    }

    /** What is wrong with an answer where this was expected. */
    Optional<String> violatedBy(Answer answer) {
        boolean asExpected = this == LET_IN
                ? answer.status() < 500 && answer.status() != 404 && !TURNED_AWAY.contains(answer.status())
                : answer.status() == status && answer.code().equals(code);
        return asExpected
                ? Optional.empty()
                : Optional.of(this + " expected, but " + answer.status() + " " + answer.body());
    }
}
