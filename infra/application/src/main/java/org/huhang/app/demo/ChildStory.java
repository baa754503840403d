package org.huhang.app.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.huhang.command.ask.CaseCommand;
import org.huhang.command.ask.FileCommand.CorrectIdentity;
import org.huhang.command.ask.FileCommand.Merge;
import org.huhang.command.ask.FileCommand.MoveResidence;
import org.huhang.command.ask.FileCommand.Register;
import org.huhang.command.ask.GuardianEntry;
import org.huhang.command.ask.ScreeningCommand.DecideScreeningReview;
import org.huhang.command.ask.ScreeningCommand.EndScreenedStatus;
import org.huhang.command.ask.ScreeningCommand.Screen;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.time.Shanghai;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.GuardianAbility;
import org.huhang.kernel.value.HouseholdType;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.Relation;
import org.huhang.kernel.value.ScreenedStatus;
import org.huhang.kernel.value.SourceAgency;
import org.huhang.kernel.value.StatusEndReason;

/**
 * Two years of one invented child: how it came to the county, what screening was told, what became of it. Everything
 * follows from the seed and the last day, so the same demo can be loaded again.
 */
final class ChildStory {

    private static final int LATEST_REGISTRATION = 600;
    private static final int CAMPAIGN = 90;
    private static final List<String> HOME_PROVINCES =
            List.of("341122", "411425", "420982", "430821", "500235", "511321", "522723", "530129", "360730", "620422");

    private final SplittableRandom random;
    private final int number;
    private final DemoPlace place;
    private final LocalDate lastDay;
    private final List<DemoStep> steps = new ArrayList<>();
    private final CaseId caseId;
    private final Circumstance circumstance;
    private final DivisionCode village;
    private final LocalDate registered;
    private final ChildIdentity identity;

    /** How the child lives, which decides what screening will find. */
    private enum Circumstance {
        CAME_WITH_PARENTS,
        CAME_LATELY,
        CAME_WITH_A_CARER,
        PARENTS_AWAY,
        AT_HOME
    }

    private ChildStory(int number, long seed, DemoPlace place, LocalDate lastDay) {
        this.random = new SplittableRandom(seed + number);
        this.number = number;
        this.place = place;
        this.lastDay = lastDay;
        this.caseId = id();
        this.circumstance = circumstance();
        this.village = place.village(random);
        int daysIn = random.nextInt(100) < 60 ? random.nextInt(CAMPAIGN) : random.nextInt(LATEST_REGISTRATION);
        this.registered = lastDay.minusYears(2).plusDays(daysIn);
        LocalDate born = registered.minusDays(200 + random.nextInt(16 * 365 - 300));
        this.identity = DemoPerson.child(number, hukou().county().digits(), born, random);
    }

    static List<DemoStep> of(int number, long seed, DemoPlace place, LocalDate lastDay) {
        ChildStory story = new ChildStory(number, seed, place, lastDay);
        story.tell();
        return story.steps.stream()
                .filter(step -> !Shanghai.dayOf(step.at()).isAfter(lastDay))
                .toList();
    }

    private void tell() {
        add(registered, DemoPlace.director(village), register(identity));
        screenEveryHalfYear();
        new CareStory(random, identity.birthDate(), registered, lastDay, moves(), village, place, this::add).tell();
        sometimes(2, () -> correct(registered.plusDays(20 + random.nextInt(200))));
        sometimes(2, () -> registeredTwice(registered.plusDays(5 + random.nextInt(60))));
    }

    private Register register(ChildIdentity who) {
        return new Register(
                who,
                hukou(),
                random.nextInt(4) == 0 ? HouseholdType.URBAN : HouseholdType.RURAL,
                village,
                Optional.empty(),
                arrived(),
                guardians(who),
                random.nextInt(3) == 0 ? SourceAgency.EDUCATION : SourceAgency.VILLAGE,
                registered);
    }

    private void screenEveryHalfYear() {
        LocalDate day = registered.plusDays(random.nextInt(15));
        Optional<LocalDate> moves = moves();
        LocalDate sixteenth = identity.birthDate().plusYears(16);
        while (!day.isAfter(lastDay) && day.isBefore(sixteenth) && (moves.isEmpty() || day.isBefore(moves.get()))) {
            add(day, DemoPlace.supervisor(village), new Screen(SourceAgency.CIVIL_AFFAIRS, day));
            if (circumstance == Circumstance.CAME_WITH_A_CARER) {
                decideReview(day.plusDays(3 + random.nextInt(20)));
                break;
            }
            day = day.plusDays(150 + random.nextInt(45));
        }
        moves.ifPresent(this::move);
        boolean screened = steps.stream().anyMatch(step -> step.command() instanceof Screen);
        if (screened && hasStatus() && moves.isEmpty() && !sixteenth.isAfter(lastDay)) {
            add(sixteenth, Actor.SYSTEM, new EndScreenedStatus(StatusEndReason.AGED_OUT, sixteenth));
        }
    }

    private void decideReview(LocalDate day) {
        add(
                day,
                place.officer(),
                new DecideScreeningReview(
                        random.nextBoolean() ? ScreenedStatus.MIGRANT : ScreenedStatus.NEITHER,
                        Optional.empty(),
                        Narrative.of("实地核实照护情况后作出判断"),
                        day));
    }

    /** A few families go home within the two years. */
    private Optional<LocalDate> moves() {
        return circumstance == Circumstance.CAME_WITH_PARENTS && number % 25 == 0
                ? Optional.of(registered.plusDays(240 + number % 200))
                : Optional.empty();
    }

    private void move(LocalDate day) {
        add(day, place.officer(), new MoveResidence(hukou(), Optional.empty(), day));
    }

    private void correct(LocalDate day) {
        ChildIdentity right = new ChildIdentity(
                DemoPerson.relativeOf(identity.name(), random),
                List.of(),
                identity.sex(),
                identity.birthDate(),
                identity.documents());
        add(day, DemoPlace.supervisor(village), new CorrectIdentity(right, Narrative.of("登记时姓名写错，据户口簿更正"), day));
    }

    /** The same child is met again, without papers at hand; somebody notices and merges. */
    private void registeredTwice(LocalDate day) {
        CaseId second = id();
        ChildIdentity withoutPapers =
                new ChildIdentity(identity.name(), List.of(), identity.sex(), identity.birthDate(), List.of());
        Register again = register(withoutPapers);
        steps.add(new DemoStep(
                hour(day),
                DemoPlace.director(village),
                second,
                new Register(
                        withoutPapers,
                        again.hukouDivision(),
                        again.householdType(),
                        again.residenceDivision(),
                        again.residenceAddress(),
                        again.residenceSince(),
                        again.guardians(),
                        SourceAgency.EDUCATION,
                        day)));
        LocalDate noticed = day.plusDays(10 + random.nextInt(40));
        add(noticed, place.officer(), new Merge(second, Narrative.of("同一儿童重复登记"), noticed));
    }

    private List<GuardianEntry> guardians(ChildIdentity who) {
        return switch (circumstance) {
            case CAME_WITH_PARENTS, CAME_LATELY, AT_HOME ->
                List.of(guardian(who, Relation.FATHER, true), guardian(who, Relation.MOTHER, true));
            case CAME_WITH_A_CARER -> List.of(guardian(who, Relation.ENTRUSTED_CARER, true));
            case PARENTS_AWAY ->
                List.of(
                        away(who, Relation.FATHER),
                        away(who, Relation.MOTHER),
                        guardian(who, Relation.GRANDPARENT, true));
        };
    }

    private GuardianEntry guardian(ChildIdentity who, Relation relation, boolean livesWithChild) {
        return new GuardianEntry(
                relation,
                DemoPerson.relativeOf(who.name(), random),
                Optional.of(DemoPerson.contact(random)),
                livesWithChild,
                GuardianAbility.ABLE,
                Optional.empty(),
                Optional.empty());
    }

    private GuardianEntry away(ChildIdentity who, Relation relation) {
        return new GuardianEntry(
                relation,
                DemoPerson.relativeOf(who.name(), random),
                Optional.of(DemoPerson.contact(random)),
                false,
                GuardianAbility.ABLE,
                Optional.of(registered.minusDays(400 + random.nextInt(400))),
                Optional.of(DivisionCode.of("440306")));
    }

    private Circumstance circumstance() {
        boolean ningxia = place.county().digits().startsWith("64");
        int luck = random.nextInt(100);
        if (luck < 4) {
            return Circumstance.CAME_WITH_A_CARER;
        }
        if (luck < 16) {
            return Circumstance.CAME_LATELY;
        }
        if (luck < 28) {
            return Circumstance.AT_HOME;
        }
        return ningxia && luck < 80 || luck < 34 ? Circumstance.PARENTS_AWAY : Circumstance.CAME_WITH_PARENTS;
    }

    private boolean hasStatus() {
        return circumstance == Circumstance.CAME_WITH_PARENTS || circumstance == Circumstance.PARENTS_AWAY;
    }

    private DivisionCode hukou() {
        return switch (circumstance) {
            case CAME_WITH_PARENTS, CAME_LATELY, CAME_WITH_A_CARER ->
                DivisionCode.of(HOME_PROVINCES.get(number % HOME_PROVINCES.size()));
            case PARENTS_AWAY, AT_HOME -> village;
        };
    }

    private LocalDate arrived() {
        LocalDate early = registered.minusDays(190 + number % 500);
        LocalDate arrival = circumstance == Circumstance.CAME_LATELY ? registered.minusDays(number % 150) : early;
        return arrival.isBefore(identity.birthDate()) ? identity.birthDate() : arrival;
    }

    private void sometimes(int percent, Runnable happening) {
        if (random.nextInt(100) < percent) {
            happening.run();
        }
    }

    private void add(LocalDate day, Actor actor, CaseCommand command) {
        steps.add(new DemoStep(hour(day), actor, caseId, command));
    }

    private Instant hour(LocalDate day) {
        return day.atTime(9, 0)
                .atZone(Shanghai.ZONE)
                .toInstant()
                .plus(steps.size() * 7L + number % 400, ChronoUnit.MINUTES);
    }

    private CaseId id() {
        return CaseId.of(
                UUID.nameUUIDFromBytes(("demo/" + number + "/" + random.nextLong()).getBytes(StandardCharsets.UTF_8)));
    }
}
