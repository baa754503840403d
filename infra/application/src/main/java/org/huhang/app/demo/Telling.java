package org.huhang.app.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.huhang.command.ask.CaseCommand;
import org.huhang.command.ask.Command;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.time.Shanghai;
import org.huhang.kernel.value.CaseId;

/** One child's history as it is being made up, every step at an hour of its own. */
final class Telling {

    private final DemoChild child;
    private final List<DemoStep> steps = new ArrayList<>();

    Telling(DemoChild child) {
        this.child = child;
    }

    void add(LocalDate day, Actor actor, CaseCommand command) {
        add(child.caseId(), day, actor, command);
    }

    void add(CaseId caseId, LocalDate day, Actor actor, CaseCommand command) {
        steps.add(new DemoStep(hour(day), actor, caseId.stream(), command));
    }

    boolean tells(Predicate<Command> kind) {
        return steps.stream().map(DemoStep::command).anyMatch(kind);
    }

    /** The child's own case rests: what was to happen on these days does not. */
    void leaveOut(LocalDate from, LocalDate until) {
        steps.removeIf(step -> step.stream().equals(child.caseId().stream())
                && !step.command().on().isBefore(from)
                && step.command().on().isBefore(until));
    }

    /** What falls into the demo's two years. */
    List<DemoStep> told() {
        return steps.stream()
                .filter(step -> !Shanghai.dayOf(step.at()).isAfter(child.lastDay()))
                .toList();
    }

    private Instant hour(LocalDate day) {
        return day.atTime(9, 0)
                .atZone(Shanghai.ZONE)
                .toInstant()
                .plus(steps.size() * 7L + child.number() % 400, ChronoUnit.MINUTES);
    }
}
