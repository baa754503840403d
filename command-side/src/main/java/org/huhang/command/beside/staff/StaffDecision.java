package org.huhang.command.beside.staff;

import static org.huhang.command.decide.Decision.accept;
import static org.huhang.command.decide.Decision.refuse;
import static org.huhang.kernel.refusal.RefusalCode.*;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huhang.command.beside.staff.StaffCommand.Appoint;
import org.huhang.command.beside.staff.StaffCommand.AssignArea;
import org.huhang.command.beside.staff.StaffCommand.EndPost;
import org.huhang.command.beside.staff.StaffCommand.RecordTraining;
import org.huhang.command.decide.Circumstances;
import org.huhang.command.decide.Decision;
import org.huhang.command.decide.Faults;
import org.huhang.kernel.access.Access;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.beside.staff.PostEndReason;
import org.huhang.kernel.beside.staff.StaffEvent.StaffAppointed;
import org.huhang.kernel.beside.staff.StaffEvent.StaffAreaAssigned;
import org.huhang.kernel.beside.staff.StaffEvent.StaffPostEnded;
import org.huhang.kernel.beside.staff.StaffEvent.StaffTrainingRecorded;
import org.huhang.kernel.beside.staff.StaffPost;
import org.huhang.kernel.beside.staff.StaffState;
import org.huhang.kernel.beside.staff.StaffState.Appointed;
import org.huhang.kernel.beside.staff.StaffState.Unappointed;
import org.huhang.kernel.beside.staff.TrainingKind;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.DivisionRef;

/**
 * Posts of those who work with children where they live. Townships see to the child directors of their villages, counties to
 * supervisors as well; and whoever gives an area to somebody, or takes it away, has to be in charge of that area. A day that
 * lies before others on record is no reason to refuse: what is told late takes its place.
 */
final class StaffDecision {

    private StaffDecision() {}

    static Decision decide(StaffState state, StaffCommand ask, Circumstances at) {
        return switch (state) {
            case Unappointed _ ->
                ask instanceof Appoint appointment ? appoint(appointment, at) : refuse(STAFF_NOT_FOUND);
            case Appointed known -> isAbove(known.post(), at) ? refuse(POST_ABOVE_YOUR_LEVEL) : inPost(known, ask, at);
        };
    }

    private static Decision appoint(Appoint ask, Circumstances at) {
        return new Faults()
                .when(isAbove(ask.post(), at), "post", POST_ABOVE_YOUR_LEVEL)
                .and(areas(ask.areas(), ask.post(), Set.of(), at))
                .and(future(ask.on(), at))
                .orElse(() -> accept(
                        new StaffAppointed(ask.name(), ask.post(), refs(ask.areas(), at), ask.contact(), ask.on())));
    }

    private static Decision inPost(Appointed known, StaffCommand ask, Circumstances at) {
        return switch (ask) {
            case Appoint _ -> refuse(ALREADY_APPOINTED);
            case AssignArea assignment -> assign(known, assignment, at);
            case EndPost end -> end(known, end, at);
            case RecordTraining training -> record(known, training, at);
        };
    }

    private static Decision assign(Appointed known, AssignArea ask, Circumstances at) {
        Set<DivisionCode> before = codes(known.areasOn(ask.on()));
        Set<DivisionCode> after = new LinkedHashSet<>(ask.areas());
        boolean takesFromElsewhere =
                before.stream().filter(area -> !after.contains(area)).anyMatch(area -> !inReach(area, at));
        return areas(ask.areas(), known.post(), before, at)
                .when(takesFromElsewhere, "areas", AREA_OUTSIDE_YOUR_DIVISION)
                .and(time(known, ask.on(), at))
                .orElse(() -> before.equals(after)
                        ? refuse(AREAS_UNCHANGED)
                        : accept(new StaffAreaAssigned(refs(ask.areas(), at), ask.on())));
    }

    private static Decision end(Appointed known, EndPost ask, Circumstances at) {
        if (known.end().isPresent()) {
            return refuse(POST_ENDED);
        }
        boolean contradicted = ask.reason() != PostEndReason.APPOINTED_IN_ERROR
                && (known.charges().stream().anyMatch(charge -> charge.from().isAfter(ask.on()))
                        || known.trainings().stream()
                                .anyMatch(training -> !training.on().isBefore(ask.on())));
        return time(known, ask.on(), at)
                .when(contradicted && !ask.on().isBefore(known.since()), "on", BEFORE_LAST_CHANGE)
                .orElse(() -> answersForAfter(known, ask.on()).allMatch(area -> inReach(area, at))
                        ? accept(new StaffPostEnded(ask.reason(), ask.note(), ask.on()))
                        : refuse(AREA_OUTSIDE_YOUR_DIVISION));
    }

    /** What they would answer for on that day and later. */
    private static Stream<DivisionCode> answersForAfter(Appointed known, LocalDate day) {
        return known.spans().stream()
                .filter(span -> span.until().isAfter(day))
                .flatMap(span -> span.areas().stream())
                .map(DivisionRef::code);
    }

    /** A first training may come before the post (岗前培训): who is new begins once trained. */
    private static Decision record(Appointed known, RecordTraining ask, Circumstances at) {
        boolean before = ask.training() == TrainingKind.INDUCTION && ask.on().isBefore(known.since());
        LocalDate inPost = before ? known.since() : ask.on();
        boolean again = known.trainings().stream()
                .anyMatch(training -> training.on().equals(ask.on()) && training.kind() == ask.training());
        return time(known, inPost, at).orElse(() -> {
            if (codes(known.areasOn(inPost)).stream().noneMatch(area -> inReach(area, at))) {
                return refuse(AREA_OUTSIDE_YOUR_DIVISION);
            }
            return again
                    ? refuse(TRAINING_ALREADY_RECORDED)
                    : accept(new StaffTrainingRecorded(ask.training(), ask.subject(), ask.on()));
        });
    }

    private static boolean isAbove(StaffPost post, Circumstances at) {
        return switch (post) {
            case CHILD_DIRECTOR -> false;
            case TOWNSHIP_SUPERVISOR -> at.actor().role() == Role.SUPERVISOR;
        };
    }

    private static Faults future(LocalDate on, Circumstances at) {
        return new Faults().when(on.isAfter(at.today()), "on", DATE_IN_THE_FUTURE);
    }

    /** The day has to be one in the post. */
    private static Faults time(Appointed known, LocalDate on, Circumstances at) {
        if (on.isAfter(at.today())) {
            return future(on, at);
        }
        return new Faults()
                .when(on.isBefore(known.since()), "on", BEFORE_APPOINTMENT)
                .when(known.endedBy(on), "on", POST_ENDED);
    }

    /** @param theirs already: somebody else may have given them these */
    private static Faults areas(List<DivisionCode> asked, StaffPost post, Set<DivisionCode> theirs, Circumstances at) {
        Faults faults = new Faults();
        for (int i = 0; i < asked.size(); i++) {
            DivisionCode area = asked.get(i);
            String field = "areas[" + i + "]";
            if (area.level() != post.level()) {
                faults.add(field, AREA_NOT_OF_THE_POST);
            } else {
                faults.division(field, area, at.policies().divisions())
                        .when(!theirs.contains(area) && !inReach(area, at), field, AREA_OUTSIDE_YOUR_DIVISION);
            }
        }
        return faults;
    }

    private static boolean inReach(DivisionCode area, Circumstances at) {
        return Access.knows(at.actor(), at.policies().divisions(), area);
    }

    private static Set<DivisionRef> refs(List<DivisionCode> areas, Circumstances at) {
        return areas.stream()
                .map(area -> new DivisionRef(area, at.policies().divisions().latest()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<DivisionCode> codes(Set<DivisionRef> areas) {
        return areas.stream().map(DivisionRef::code).collect(Collectors.toSet());
    }
}
