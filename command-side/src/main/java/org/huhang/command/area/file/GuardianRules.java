package org.huhang.command.area.file;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.huhang.command.decide.Circumstances;
import org.huhang.command.decide.Faults;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.value.Absence;
import org.huhang.kernel.value.Guardian;
import org.huhang.kernel.value.Relation;

/** Reads guardians as an officer enters them. */
public final class GuardianRules {

    private GuardianRules() {}

    /** A parent may have gone away to work before the child was born, so an absence may begin before the birth. */
    public static Faults check(List<GuardianEntry> entries, LocalDate on, Circumstances at) {
        return IntStream.range(0, entries.size())
                .mapToObj(i -> check("guardians[" + i + "]", entries.get(i), on, at)
                        .when(
                                isParent(entries.get(i).relation()) && enteredBefore(entries, i),
                                "guardians[" + i + "].relation",
                                RefusalCode.PARENT_ENTERED_TWICE))
                .reduce(new Faults(), Faults::and);
    }

    private static Faults check(String path, GuardianEntry entry, LocalDate on, Circumstances at) {
        Faults faults = new Faults()
                .when(
                        entry.livesWithChild() && !entry.ability().canBeAtHome(),
                        path + ".livesWithChild",
                        RefusalCode.GUARDIAN_CANNOT_BE_AT_HOME);
        entry.awaySince().ifPresent(since -> faults.begun(path + ".awaySince", since, on, at.today()));
        entry.worksIn().ifPresent(code -> faults.when(
                        entry.awaySince().isEmpty(), path + ".awaySince", RefusalCode.MISSING_FIELD)
                .division(path + ".worksIn", code, at.policies().divisions()));
        return faults;
    }

    private static boolean enteredBefore(List<GuardianEntry> entries, int i) {
        return entries.subList(0, i).stream()
                .anyMatch(earlier -> earlier.relation() == entries.get(i).relation());
    }

    /** A step-parent is another guardian: each child has one father and one mother here. */
    private static boolean isParent(Relation relation) {
        return switch (relation) {
            case FATHER, MOTHER -> true;
            case GRANDPARENT, ADULT_SIBLING, OTHER_GUARDIAN, OTHER_RELATIVE, ENTRUSTED_CARER -> false;
        };
    }

    public static List<Guardian> read(List<GuardianEntry> entries, Circumstances at) {
        Divisions divisions = at.policies().divisions();
        return entries.stream().map(entry -> read(entry, divisions)).toList();
    }

    private static Guardian read(GuardianEntry entry, Divisions divisions) {
        return new Guardian(
                entry.relation(),
                entry.name(),
                entry.contact(),
                entry.livesWithChild(),
                entry.ability(),
                entry.awaySince()
                        .map(since -> new Absence(
                                since, entry.worksIn().map(code -> new DivisionRef(code, divisions.latest())))));
    }
}
