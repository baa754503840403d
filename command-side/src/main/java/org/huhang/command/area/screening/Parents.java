package org.huhang.command.area.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huhang.kernel.value.Absence;
import org.huhang.kernel.value.Guardian;
import org.huhang.kernel.value.LeftBehindReason;
import org.huhang.kernel.value.Relation;

/** Father and mother on one day. A parent nobody recorded is one of whom nothing is known. */
record Parents(List<Parent> all) {

    static Parents of(List<Guardian> guardians, LocalDate on) {
        return new Parents(Stream.of(Relation.FATHER, Relation.MOTHER)
                .flatMap(relation -> recorded(guardians, relation, on))
                .toList());
    }

    private static Stream<Parent> recorded(List<Guardian> guardians, Relation relation, LocalDate on) {
        List<Parent> recorded = guardians.stream()
                .filter(guardian -> guardian.relation() == relation)
                .map(guardian -> Parent.of(guardian, on))
                .toList();
        return recorded.isEmpty() ? Stream.of(Parent.UNRECORDED) : recorded.stream();
    }

    boolean any(Parent.Whereabouts whereabouts) {
        return all.stream().anyMatch(parent -> parent.whereabouts() == whereabouts);
    }

    /** The absences the status rests on: those of parents who could guard; a parent unable to is none to wait for. */
    List<Absence> absences() {
        return awayOnes().stream()
                .map(Parent::absence)
                .flatMap(Optional::stream)
                .toList();
    }

    LeftBehindReason reason() {
        return awayOnes().size() == all.size()
                ? LeftBehindReason.BOTH_PARENTS_AWAY
                : LeftBehindReason.ONE_AWAY_OTHER_UNABLE;
    }

    private List<Parent> awayOnes() {
        List<Parent> away = all.stream()
                .filter(parent -> parent.whereabouts() == Parent.Whereabouts.AWAY)
                .toList();
        List<Parent> awayAndNotUnable =
                away.stream().filter(parent -> !parent.unable()).toList();
        return awayAndNotUnable.isEmpty() ? away : awayAndNotUnable;
    }
}
