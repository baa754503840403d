package org.huhang.app.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huhang.command.area.amendment.AmendmentCommand.CorrectHukou;
import org.huhang.command.area.amendment.AmendmentCommand.CorrectKeyCare;
import org.huhang.command.area.amendment.AmendmentCommand.CorrectLivingArrangement;
import org.huhang.command.area.amendment.AmendmentCommand.CorrectResidence;
import org.huhang.command.area.amendment.AmendmentCommand.VoidEntry;
import org.huhang.command.area.file.FileCommand.Register;
import org.huhang.command.area.keycare.KeyCareCommand.ListKeyCare;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.value.EntryId;
import org.huhang.kernel.value.HouseholdType;
import org.huhang.kernel.value.KeyCareGround;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.RiskLevel;

/** A slip of the pen on the day of registration, and how it was put right: one kind of slip a child, of a child in ten. */
final class AmendmentStory {

    private static final Narrative MISTAKE = Narrative.of("录入有误，经核对户口簿和走访记录更正");

    private final DemoChild child;
    private final Register registration;
    private final Telling telling;

    AmendmentStory(DemoChild child, Register registration, Telling telling) {
        this.child = child;
        this.registration = registration;
        this.telling = telling;
    }

    /** Told right after the registration, so that what is entered wrongly here is the case's second fact. */
    void tell() {
        if (child.turnsSixteen()) {
            return;
        }
        LocalDate day = child.registered();
        Actor supervisor = DemoPlace.supervisor(child.village());
        switch (child.number() % 50) {
            case 1 -> {
                telling.add(day, supervisor, new ListKeyCare(Set.of(KeyCareGround.HARDSHIP), RiskLevel.LOW, day));
                telling.add(
                        day,
                        supervisor,
                        new CorrectKeyCare(
                                Optional.of(second()),
                                Set.of(KeyCareGround.DISABILITY),
                                RiskLevel.MEDIUM,
                                MISTAKE,
                                day));
                telling.add(day, child.place().officer(), new VoidEntry(second(), MISTAKE, day));
            }
            case 2 ->
                telling.add(
                        day,
                        supervisor,
                        new CorrectResidence(
                                Optional.empty(),
                                registration.residenceDivision(),
                                Optional.empty(),
                                Optional.of(registration.residenceSince().plusDays(1)),
                                Optional.empty(),
                                MISTAKE,
                                day));
            case 3 -> household(day, supervisor);
            case 4 ->
                telling.add(
                        day,
                        supervisor,
                        new CorrectLivingArrangement(
                                Optional.empty(), List.copyOf(registration.guardians()), MISTAKE, day));
            default -> {}
        }
    }

    /** Of a child whose status does not hang on it. */
    private void household(LocalDate day, Actor supervisor) {
        if (child.circumstance() == DemoChild.Circumstance.PARENTS_AWAY) {
            return;
        }
        HouseholdType other =
                registration.householdType() == HouseholdType.URBAN ? HouseholdType.RURAL : HouseholdType.URBAN;
        telling.add(
                day,
                supervisor,
                new CorrectHukou(
                        Optional.empty(),
                        registration.hukouDivision(),
                        Optional.of(other),
                        Optional.empty(),
                        MISTAKE,
                        day));
    }

    private EntryId second() {
        return new EntryId(child.caseId(), 1);
    }
}
