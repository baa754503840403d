package org.huhang.app.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.ChildIdentity;

/**
 * One invented child: who it is, where it belongs, and how it lives when it becomes known.
 *
 * @param number of the child in the demo
 * @param village where it lives; its directors and supervisors look after the case
 * @param lastDay of the demo
 */
record DemoChild(
        int number,
        CaseId caseId,
        Circumstance circumstance,
        DemoPlace place,
        DivisionCode village,
        LocalDate registered,
        LocalDate lastDay,
        ChildIdentity identity) {

    private static final int LATEST_REGISTRATION = 600;
    private static final int CAMPAIGN = 90;
    private static final List<String> HOME_PROVINCES =
            List.of("341122", "411425", "420982", "430821", "500235", "511321", "522723", "530129", "360730", "620422");

    /** How the child lives, which decides what screening will find. */
    enum Circumstance {
        CAME_WITH_PARENTS,
        CAME_LATELY,
        CAME_WITH_A_CARER,
        PARENTS_AWAY,
        AT_HOME
    }

    static DemoChild of(int number, DemoPlace place, LocalDate lastDay, SplittableRandom random) {
        CaseId caseId = newCase(number, random);
        Circumstance circumstance = circumstance(place, random);
        DivisionCode village = place.village(random);
        int daysIn = random.nextInt(100) < 60 ? random.nextInt(CAMPAIGN) : random.nextInt(LATEST_REGISTRATION);
        LocalDate registered = lastDay.minusYears(2).plusDays(daysIn);
        LocalDate born = DemoPerson.birthDate(number, registered.minusDays(200 + random.nextInt(15 * 365 - 200)));
        String issuedIn = hukou(circumstance, number, village).county().digits();
        return new DemoChild(
                number,
                caseId,
                circumstance,
                place,
                village,
                registered,
                lastDay,
                DemoPerson.child(number, issuedIn, born, random));
    }

    static CaseId newCase(int number, SplittableRandom random) {
        return CaseId.of(
                UUID.nameUUIDFromBytes(("demo/" + number + "/" + random.nextLong()).getBytes(StandardCharsets.UTF_8)));
    }

    DivisionCode hukou() {
        return hukou(circumstance, number, village);
    }

    LocalDate arrived() {
        LocalDate early = registered.minusDays(190 + number % 500);
        LocalDate arrival = circumstance == Circumstance.CAME_LATELY ? registered.minusDays(number % 150) : early;
        return arrival.isBefore(identity.birthDate()) ? identity.birthDate() : arrival;
    }

    LocalDate birthday(int years) {
        return identity.birthDate().plusYears(years);
    }

    /** Screened as something; it lasts until something ends it. */
    boolean hasStatus() {
        return circumstance == Circumstance.CAME_WITH_PARENTS || circumstance == Circumstance.PARENTS_AWAY;
    }

    boolean turnsSixteen() {
        return !birthday(16).isAfter(lastDay);
    }

    /** A few families go home within the two years. */
    Optional<LocalDate> movesAway() {
        return circumstance == Circumstance.CAME_WITH_PARENTS && number % 25 == 0
                ? Optional.of(registered.plusDays(240 + number % 200))
                : Optional.empty();
    }

    private static DivisionCode hukou(Circumstance circumstance, int number, DivisionCode village) {
        return switch (circumstance) {
            case CAME_WITH_PARENTS, CAME_LATELY, CAME_WITH_A_CARER ->
                DivisionCode.of(HOME_PROVINCES.get(number % HOME_PROVINCES.size()));
            case PARENTS_AWAY, AT_HOME -> village;
        };
    }

    private static Circumstance circumstance(DemoPlace place, SplittableRandom random) {
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
}
