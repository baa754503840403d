package org.huhang.command.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.DivisionRules;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.Refusal.FieldError;
import org.huhang.kernel.refusal.RefusalCode;

/** Collects every fault of one request, so that an officer hears of all of them at once. */
public final class Faults {

    private final List<FieldError> found = new ArrayList<>();

    public Faults add(String field, RefusalCode code) {
        found.add(new FieldError(field, code, Map.of()));
        return this;
    }

    public Faults when(boolean fault, String field, RefusalCode code) {
        return fault ? add(field, code) : this;
    }

    public Faults addAll(List<FieldError> faults) {
        found.addAll(faults);
        return this;
    }

    public Faults division(String field, DivisionCode code, Divisions divisions) {
        return addAll(DivisionRules.check(field, code, divisions).stream().toList());
    }

    public Faults and(Faults others) {
        return addAll(others.found);
    }

    /** The first day of something that goes on at {@code on}. */
    public Faults begun(String field, LocalDate since, LocalDate on, LocalDate today) {
        return since.isAfter(today)
                ? add(field, RefusalCode.DATE_IN_THE_FUTURE)
                : when(since.isAfter(on), field, RefusalCode.PERIOD_REVERSED);
    }

    /** A refusal with all faults; else the decision. */
    public Decision orElse(Supplier<Decision> decision) {
        return found.isEmpty() ? decision.get() : new Decision.Rejected(Refusal.of(found));
    }

    /** A refusal with the faults of other fields that the decision found, and then these; else the decision. */
    public Decision besides(Decision decision) {
        if (decision instanceof Decision.Rejected rejected && !found.isEmpty()) {
            Set<String> named = found.stream().map(FieldError::field).collect(Collectors.toSet());
            List<FieldError> others = rejected.refusal().errors().stream()
                    .filter(error -> !named.contains(error.field()))
                    .toList();
            return new Faults().addAll(others).addAll(found).orElse(() -> decision);
        }
        return orElse(() -> decision);
    }
}
