package org.huhang.app.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.huhang.command.area.file.GuardianEntry;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.value.GuardianAbility;
import org.huhang.kernel.value.PersonName;
import org.huhang.kernel.value.Relation;

/** With whom an invented child lives. */
final class DemoFamily {

    private static final DivisionCode WHERE_PARENTS_WORK = DivisionCode.of("440306");

    private DemoFamily() {}

    static List<GuardianEntry> of(DemoChild child, RandomGenerator random) {
        PersonName name = child.identity().name();
        return switch (child.circumstance()) {
            case CAME_WITH_PARENTS, CAME_LATELY, AT_HOME -> withParents(name, random);
            case CAME_WITH_A_CARER -> List.of(present(name, Relation.ENTRUSTED_CARER, random));
            case PARENTS_AWAY -> withGrandparent(name, child.registered().minusDays(400 + random.nextInt(400)), random);
        };
    }

    static List<GuardianEntry> withParents(PersonName child, RandomGenerator random) {
        return List.of(present(child, Relation.FATHER, random), present(child, Relation.MOTHER, random));
    }

    /** @param since when both parents went away to work */
    static List<GuardianEntry> withGrandparent(PersonName child, LocalDate since, RandomGenerator random) {
        return List.of(
                away(child, Relation.FATHER, since, random),
                away(child, Relation.MOTHER, since, random),
                present(child, Relation.GRANDPARENT, random));
    }

    private static GuardianEntry present(PersonName child, Relation relation, RandomGenerator random) {
        return new GuardianEntry(
                relation,
                DemoPerson.relativeOf(child, random),
                Optional.of(DemoPerson.contact(random)),
                true,
                GuardianAbility.ABLE,
                Optional.empty(),
                Optional.empty());
    }

    private static GuardianEntry away(PersonName child, Relation relation, LocalDate since, RandomGenerator random) {
        return new GuardianEntry(
                relation,
                DemoPerson.relativeOf(child, random),
                Optional.of(DemoPerson.contact(random)),
                false,
                GuardianAbility.ABLE,
                Optional.of(since),
                Optional.of(WHERE_PARENTS_WORK));
    }
}
