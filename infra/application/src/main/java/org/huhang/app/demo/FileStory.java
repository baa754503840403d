package org.huhang.app.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.huhang.command.area.file.FileCommand.AttachDocument;
import org.huhang.command.area.file.FileCommand.Close;
import org.huhang.command.area.file.FileCommand.CorrectIdentity;
import org.huhang.command.area.file.FileCommand.Merge;
import org.huhang.command.area.file.FileCommand.MoveHukou;
import org.huhang.command.area.file.FileCommand.RecordLivingArrangement;
import org.huhang.command.area.file.FileCommand.Register;
import org.huhang.command.area.file.FileCommand.Reopen;
import org.huhang.command.area.file.FileCommand.Unmerge;
import org.huhang.command.area.file.GuardianEntry;
import org.huhang.command.area.guardianship.GuardianshipCommand;
import org.huhang.command.area.keycare.KeyCareCommand;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.CloseReason;
import org.huhang.kernel.value.DocumentType;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.SourceAgency;

/** What becomes of the file of some of the demo's children: mistakes put right, papers found, moves, the end of a case. */
final class FileStory {

    private final SplittableRandom random;
    private final DemoChild child;
    private final Register registration;
    private final Telling telling;

    FileStory(SplittableRandom random, DemoChild child, Register registration, Telling telling) {
        this.random = random;
        this.child = child;
        this.registration = registration;
        this.telling = telling;
    }

    void tell() {
        if (happens(2)) {
            corrected(daysIn(20, 200));
        } else if (happens(70)) {
            papersFound(daysIn(20, 200));
        }
        if (happens(2)) {
            registeredTwice(daysIn(5, 60));
        }
        if (child.movesAway().isEmpty() && !child.turnsSixteen() && happens(4)) {
            lifeChanges(daysIn(200, 300));
        }
        rest();
    }

    private void corrected(LocalDate day) {
        ChildIdentity wrong = child.identity();
        ChildIdentity right = new ChildIdentity(
                DemoPerson.relativeOf(wrong.name(), random),
                List.of(),
                wrong.sex(),
                wrong.birthDate(),
                wrong.documents());
        telling.add(
                day,
                DemoPlace.supervisor(child.village()),
                new CorrectIdentity(right, Narrative.of("登记时姓名写错，据户口簿更正"), day));
    }

    /** A child who came without its identity card brings it later. */
    private void papersFound(LocalDate day) {
        boolean hasCard =
                child.identity().documents().stream().anyMatch(document -> document.type() == DocumentType.RESIDENT_ID);
        if (!hasCard) {
            String issuedIn = child.hukou().county().digits();
            telling.add(
                    day,
                    DemoPlace.director(child.village()),
                    new AttachDocument(
                            DemoPerson.card(
                                    child.number(),
                                    issuedIn,
                                    child.identity().birthDate(),
                                    child.identity().sex()),
                            day));
        }
    }

    /** The same child is met again, without papers at hand; somebody merges the two, and now and then that was wrong. */
    private void registeredTwice(LocalDate day) {
        CaseId second = DemoChild.newCase(child.number(), random);
        ChildIdentity seen = child.identity();
        telling.add(
                second,
                day,
                DemoPlace.director(child.village()),
                new Register(
                        new ChildIdentity(seen.name(), List.of(), seen.sex(), seen.birthDate(), List.of()),
                        registration.hukouDivision(),
                        registration.householdType(),
                        registration.residenceDivision(),
                        registration.residenceAddress(),
                        registration.residenceSince(),
                        DemoFamily.of(child, random),
                        SourceAgency.EDUCATION,
                        day));
        LocalDate noticed = day.plusDays(10 + random.nextInt(40));
        telling.add(noticed, child.place().officer(), new Merge(second, Narrative.of("同一儿童重复登记"), noticed));
        if (happens(20)) {
            LocalDate doubted = noticed.plusDays(5 + random.nextInt(40));
            telling.add(
                    doubted, child.place().officer(), new Unmerge(second, Narrative.of("经核实系同名同日出生的另一名儿童"), doubted));
        }
    }

    /** The parents come back or go away to work, or the family's household registration follows it. */
    private void lifeChanges(LocalDate day) {
        switch (child.circumstance()) {
            case PARENTS_AWAY ->
                arranged(day, DemoFamily.withParents(child.identity().name(), random));
            case AT_HOME ->
                arranged(
                        day,
                        DemoFamily.withGrandparent(child.identity().name(), day.minusDays(random.nextInt(20)), random));
            case CAME_WITH_PARENTS, CAME_LATELY ->
                telling.add(
                        day,
                        DemoPlace.supervisor(child.village()),
                        new MoveHukou(child.village(), registration.householdType(), day));
            case CAME_WITH_A_CARER ->
                arranged(day, DemoFamily.withParents(child.identity().name(), random));
        }
    }

    private void arranged(LocalDate day, List<GuardianEntry> guardians) {
        telling.add(day, DemoPlace.director(child.village()), new RecordLivingArrangement(guardians, day));
    }

    /** A case ends with majority, or when nothing is left to do; a third of the latter are taken up again. */
    private void rest() {
        boolean caredFor =
                telling.tells(command -> command instanceof KeyCareCommand || command instanceof GuardianshipCommand);
        LocalDate grown = child.birthday(18).plusDays(1);
        if (child.movesAway().isEmpty() && !grown.isAfter(child.lastDay())) {
            telling.leaveOut(grown, LocalDate.MAX);
            closed(grown, CloseReason.ADULT);
        } else if (child.circumstance() == DemoChild.Circumstance.AT_HOME && !caredFor && happens(12)) {
            LocalDate day = daysIn(150, 300);
            boolean again = happens(33);
            LocalDate until = again ? day.plusDays(40 + random.nextInt(60)) : LocalDate.MAX;
            telling.leaveOut(day, until);
            closed(day, CloseReason.NO_LONGER_IN_NEED);
            if (again) {
                telling.add(until, child.place().officer(), new Reopen(Narrative.of("家庭情况变化，重新纳入监测"), until));
            }
        }
    }

    private void closed(LocalDate day, CloseReason reason) {
        telling.add(day, child.place().officer(), new Close(reason, Optional.empty(), day));
    }

    private LocalDate daysIn(int least, int spread) {
        return child.registered().plusDays(least + random.nextInt(spread));
    }

    private boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }
}
