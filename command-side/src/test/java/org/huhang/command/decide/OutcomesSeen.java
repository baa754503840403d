package org.huhang.command.decide;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.huhang.command.ask.Command;
import org.huhang.command.decide.Decision.Accepted;
import org.huhang.command.decide.Decision.Rejected;

/** Which commands were accepted and which refused while some examples ran. */
final class OutcomesSeen {

    enum Outcome {
        ACCEPTED,
        REFUSED
    }

    private static final ThreadLocal<OutcomesSeen> RUNNING = new ThreadLocal<>();

    private final Map<Class<? extends Command>, Set<Outcome>> seen = new HashMap<>();

    static OutcomesSeen during(Runnable examples) {
        OutcomesSeen outcomes = new OutcomesSeen();
        RUNNING.set(outcomes);
        try {
            examples.run();
        } finally {
            RUNNING.remove();
        }
        return outcomes;
    }

    static void note(Command command, Decision decision) {
        OutcomesSeen running = RUNNING.get();
        if (running != null) {
            running.seen
                    .computeIfAbsent(command.getClass(), type -> EnumSet.noneOf(Outcome.class))
                    .add(
                            switch (decision) {
                                case Accepted yes -> Outcome.ACCEPTED;
                                case Rejected no -> Outcome.REFUSED;
                            });
        }
    }

    boolean has(Class<? extends Command> command, Outcome outcome) {
        return seen.getOrDefault(command, Set.of()).contains(outcome);
    }
}
