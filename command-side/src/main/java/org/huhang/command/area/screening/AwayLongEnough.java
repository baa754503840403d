package org.huhang.command.area.screening;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.huhang.kernel.policy.Provision;
import org.huhang.kernel.time.Counting;
import org.huhang.kernel.value.ScreenedOutReason;

/** Every absence the status rests on has lasted the complete months asked for. Arises once a parent is away. */
record AwayLongEnough(Provision<Integer> provision) implements Criterion {

    @Override
    public String name() {
        return "ABSENCE_MONTHS";
    }

    @Override
    public Optional<Judgement> judge(Inquiry inquiry) {
        OptionalInt shortest = inquiry.parents().absences().stream()
                .mapToInt(absence -> Counting.monthsComplete(absence.since(), inquiry.on()))
                .min();
        if (shortest.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> observed = Map.of(
                "months", Integer.toString(shortest.getAsInt()),
                "required", provision.value().toString(),
                "countedFrom", inquiry.edition().absenceCountedFrom().value().name());
        return shortest.getAsInt() >= provision.value()
                ? met(observed)
                : notMet(ScreenedOutReason.PARENTS_ABSENCE_TOO_SHORT, observed);
    }
}
