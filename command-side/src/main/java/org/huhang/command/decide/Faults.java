package org.huhang.command.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.DivisionRules;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.Refusal.FieldError;
import org.huhang.kernel.refusal.RefusalCode;

/** Collects every fault of one request, so that an officer hears of all of them at once. */
final class Faults {

    private final List<FieldError> found = new ArrayList<>();

    Faults add(String field, RefusalCode code) {
        found.add(new FieldError(field, code, Map.of()));
        return this;
    }

    Faults when(boolean fault, String field, RefusalCode code) {
        return fault ? add(field, code) : this;
    }

    Faults addAll(List<FieldError> faults) {
        found.addAll(faults);
        return this;
    }

    Faults division(String field, DivisionCode code, Divisions divisions) {
        return addAll(DivisionRules.check(field, code, divisions).stream().toList());
    }

    Faults and(Faults others) {
        return addAll(others.found);
    }

    /** The first day of something that goes on at {@code on}. */
    Faults begun(String field, LocalDate since, LocalDate on, LocalDate today) {
        return since.isAfter(today)
                ? add(field, RefusalCode.DATE_IN_THE_FUTURE)
                : when(since.isAfter(on), field, RefusalCode.PERIOD_REVERSED);
    }

    /** A refusal with the first fault's code and all faults; else the decision. */
    Decision orElse(Supplier<Decision> decision) {
        return Optional.of(found)
                .filter(faults -> !faults.isEmpty())
                .<Decision>map(faults -> new Decision.Rejected(
                        new Refusal(faults.getFirst().code(), faults.getFirst().parameters(), faults)))
                .orElseGet(decision);
    }
}
