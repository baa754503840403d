package org.huhang.app.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huhang.app.testing.RunningApplication;
import org.huhang.kernel.access.Role;

/** Everybody there may be: each role with a token for its own level, and those with none or an invented one. */
final class Callers {

    private static final Map<Role, String> DIVISIONS = Map.of(
            Role.CHILD_DIRECTOR, "620102001201",
            Role.SUPERVISOR, "620102001",
            Role.COUNTY_OFFICER, Sense.COUNTY,
            Role.CITY_OFFICER, "620100",
            Role.PROVINCE_OFFICER, "620000",
            Role.MINISTRY_OFFICER, "000000",
            Role.INSPECTOR, "620000",
            Role.ANALYST, "620000",
            Role.OPERATOR, "000000");

    private final String officer;
    private final String operator;
    private final List<String> all = new ArrayList<>();

    Callers(RunningApplication application) {
        DIVISIONS.forEach((role, division) -> all.add(application.token(role, division)));
        officer = application.token(Role.COUNTY_OFFICER, Sense.COUNTY);
        operator = application.token(Role.OPERATOR, "000000");
    }

    /** What to put into {@code Authorization}; empty for nothing. */
    Optional<String> caller(Operation operation, Mood mood, Dice dice) {
        if (mood == Mood.VALID && dice.chance(0.9)) {
            return operation.isPublic()
                    ? Optional.empty()
                    : Optional.of("Bearer " + (operation.isForOperators() ? operator : officer));
        }
        return switch (dice.below(mood == Mood.HOSTILE ? 10 : 20)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of("Bearer " + invented(dice));
            case 2 ->
                Optional.of(dice.one(List.of("Basic dXNlcjpwYXNz", "Bearer", "Bearer  ", "bearer a.b.c", "Digest x")));
            default -> Optional.of("Bearer " + dice.one(all));
        };
    }

    /** A good one, damaged, or one that was never any. */
    private String invented(Dice dice) {
        String good = dice.one(all);
        return switch (dice.below(4)) {
            case 0 -> good.substring(0, good.length() - dice.between(1, 40));
            case 1 -> good.substring(0, good.lastIndexOf('.') + 1);
            case 2 -> "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.";
            default -> Long.toHexString(dice.anyLong()).repeat(dice.between(1, 60));
        };
    }
}
