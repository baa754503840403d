package org.huhang.app.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.huhang.command.area.file.FileCommand.MoveResidence;
import org.huhang.command.area.file.FileCommand.Register;
import org.huhang.command.area.screening.ScreeningCommand.DecideScreeningReview;
import org.huhang.command.area.screening.ScreeningCommand.EndScreenedStatus;
import org.huhang.command.area.screening.ScreeningCommand.Screen;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.HouseholdType;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.ScreenedStatus;
import org.huhang.kernel.value.SourceAgency;
import org.huhang.kernel.value.StatusEndReason;

/**
 * Two years of one invented child: how it came to the county, what screening was told, what became of it. Everything
 * follows from the seed and the last day, so the same demo can be loaded again.
 */
final class ChildStory {

    private final SplittableRandom random;
    private final DemoChild child;
    private final Telling telling;

    private ChildStory(SplittableRandom random, DemoChild child) {
        this.random = random;
        this.child = child;
        this.telling = new Telling(child);
    }

    static List<DemoStep> of(int number, long seed, DemoPlace place, LocalDate lastDay) {
        SplittableRandom random = new SplittableRandom(seed + number);
        return new ChildStory(random, DemoChild.of(number, place, lastDay, random)).tell();
    }

    private List<DemoStep> tell() {
        Register registration = registration(child.identity());
        telling.add(child.registered(), DemoPlace.director(child.village()), registration);
        new AmendmentStory(child, registration, telling).tell();
        screenEveryHalfYear();
        new CareStory(random, child, telling).tell();
        new FileStory(random, child, registration, telling).tell();
        return telling.told();
    }

    private Register registration(ChildIdentity who) {
        return new Register(
                who,
                child.hukou(),
                householdType(),
                child.village(),
                Optional.empty(),
                child.arrived(),
                DemoFamily.of(child, random),
                random.nextInt(3) == 0 ? SourceAgency.EDUCATION : SourceAgency.VILLAGE,
                child.registered());
    }

    /** Zhejiang counts as left behind whose household is rural. */
    private HouseholdType householdType() {
        boolean urban = random.nextInt(4) == 0 && child.circumstance() != DemoChild.Circumstance.PARENTS_AWAY;
        return urban ? HouseholdType.URBAN : HouseholdType.RURAL;
    }

    private void screenEveryHalfYear() {
        LocalDate day = child.registered().plusDays(random.nextInt(15));
        LocalDate sixteenth = child.birthday(16);
        LocalDate last = child.movesAway().orElse(child.lastDay().plusDays(1));
        boolean screened = false;
        while (day.isBefore(last) && day.isBefore(sixteenth)) {
            telling.add(day, DemoPlace.supervisor(child.village()), new Screen(SourceAgency.CIVIL_AFFAIRS, day));
            screened = true;
            if (child.circumstance() == DemoChild.Circumstance.CAME_WITH_A_CARER) {
                decideReview(day.plusDays(3 + random.nextInt(20)));
                break;
            }
            day = day.plusDays(150 + random.nextInt(45));
        }
        child.movesAway()
                .ifPresent(moves -> telling.add(
                        moves, child.place().officer(), new MoveResidence(child.hukou(), Optional.empty(), moves)));
        if (screened && child.hasStatus() && child.movesAway().isEmpty() && child.turnsSixteen()) {
            telling.add(sixteenth, Actor.SYSTEM, new EndScreenedStatus(StatusEndReason.AGED_OUT, sixteenth));
        }
    }

    private void decideReview(LocalDate day) {
        telling.add(
                day,
                child.place().officer(),
                new DecideScreeningReview(
                        random.nextBoolean() ? ScreenedStatus.MIGRANT : ScreenedStatus.NEITHER,
                        Optional.empty(),
                        Narrative.of("实地核实照护情况后作出判断"),
                        day));
    }
}
