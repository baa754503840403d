package org.huhang.command.decide;

import static org.huhang.command.decide.Decision.refuse;
import static org.huhang.kernel.refusal.RefusalCode.*;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.huhang.command.area.amendment.AmendmentCommand.VoidEntry;
import org.huhang.command.area.file.FileCommand.Register;
import org.huhang.command.area.file.FileCommand.Reopen;
import org.huhang.command.ask.CaseCommand;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.area.file.Lifecycle;

/**
 * What refuses any command to a registered case, before its own rules are asked: the case rests, or the day given is
 * before birth or yet to come. A second registration has an answer of its own.
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
            case Lifecycle.Closed closed ->
                mayFollowAClosing(ask) ? Optional.empty() : Optional.of(refuse(CASE_CLOSED));
            case Lifecycle.Absorbed merged ->
                Optional.of(
                        refuse(CASE_MERGED, Map.of("survivor", merged.survivor().toString())));
        };
    }

    /** What opens the case again, one way or the other. */
    private static boolean mayFollowAClosing(CaseCommand ask) {
        return ask instanceof Reopen || ask instanceof VoidEntry;
    }

    private static Faults outOfTime(Registered state, LocalDate on, Circumstances at) {
        return new Faults()
                .when(on.isAfter(at.today()), "on", DATE_IN_THE_FUTURE)
                .when(on.isBefore(state.child().identity().birthDate()), "on", BEFORE_BIRTH);
    }
}
