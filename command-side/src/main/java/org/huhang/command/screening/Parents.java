package org.huhang.command.screening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huhang.kernel.value.Absence;
import org.huhang.kernel.value.Guardian;
import org.huhang.kernel.value.LeftBehindReason;
import org.huhang.kernel.value.Relation;

/** Father and mother on one day. A parent nobody recorded is one of whom nothing is known. */
record Parents(List<Parent> all) {

    private static final int BOTH = 2;

    static Parents of(List<Guardian> guardians, LocalDate on) {
        List<Parent> parents = guardians.stream()
                .filter(guardian -> guardian.relation() == Relation.FATHER || guardian.relation() == Relation.MOTHER)
                .map(guardian -> Parent.of(guardian, on))
                .collect(Collectors.toCollection(ArrayList::new));
        while (parents.size() < BOTH) {
            parents.add(Parent.UNRECORDED);
        }
        return new Parents(List.copyOf(parents));
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
