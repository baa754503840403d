package org.huhang.command.decide;

import static org.huhang.command.decide.Decision.refuse;
import static org.huhang.kernel.refusal.RefusalCode.*;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.huhang.command.area.file.FileCommand.Register;
import org.huhang.command.area.file.FileCommand.Reopen;
import org.huhang.command.ask.CaseCommand;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.area.file.Lifecycle;

/**
 * What refuses any command to a registered case, before its own rules are asked: the case rests, or the day given is
 * outside the time in which facts may be recorded. A day before birth cannot pass, as nobody is registered before birth.
 * A second registration has an answer of its own.
 */
final class AnyCommand {

    private AnyCommand() {}

    /** @param decision what the command's own rules make of it */
    static Decision unlessRefused(Registered state, CaseCommand ask, Circumstances at, Supplier<Decision> decision) {
        if (ask instanceof Register) {
            return decision.get();
        }
        return resting(state.lifecycle(), ask)
                .orElseGet(() -> outOfTime(state, ask.on(), at).besides(decision.get()));
    }

    private static Optional<Decision> resting(Lifecycle lifecycle, CaseCommand ask) {
        return switch (lifecycle) {
            case Lifecycle.Open open -> Optional.empty();
            case Lifecycle.Closed closed -> ask instanceof Reopen ? Optional.empty() : Optional.of(refuse(CASE_CLOSED));
            case Lifecycle.Absorbed merged ->
                Optional.of(
                        refuse(CASE_MERGED, Map.of("survivor", merged.survivor().toString())));
        };
    }

    private static Faults outOfTime(Registered state, LocalDate on, Circumstances at) {
        if (on.isAfter(at.today())) {
            return new Faults().add("on", DATE_IN_THE_FUTURE);
        }
        if (on.isBefore(state.child().registeredOn())) {
            return new Faults().add("on", BEFORE_REGISTRATION);
        }
        return new Faults().when(on.isBefore(state.lifecycle().openSince()), "on", BEFORE_LAST_CHANGE);
    }
}
