package org.huhang.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.huhang.command.area.file.FileCommand.AttachDocument;
import org.huhang.command.area.file.FileCommand.Close;
import org.huhang.command.area.file.FileCommand.CorrectIdentity;
import org.huhang.command.area.file.FileCommand.Merge;
import org.huhang.command.area.file.FileCommand.MoveResidence;
import org.huhang.command.area.file.FileCommand.RecordLivingArrangement;
import org.huhang.command.area.file.FileCommand.Register;
import org.huhang.command.area.file.FileCommand.Reopen;
import org.huhang.command.area.file.FileCommand.Unmerge;
import org.huhang.command.area.file.GuardianEntry;
import org.huhang.command.area.guardianship.GuardianshipCommand.AssessReturn;
import org.huhang.command.area.guardianship.GuardianshipCommand.AssignTemporaryCare;
import org.huhang.command.area.guardianship.GuardianshipCommand.AssumeLongTermGuardianship;
import org.huhang.command.area.guardianship.GuardianshipCommand.ChangeTemporaryCare;
import org.huhang.command.area.guardianship.GuardianshipCommand.EndLongTermGuardianship;
import org.huhang.command.area.guardianship.GuardianshipCommand.RecordGuardianshipLapse;
import org.huhang.command.area.guardianship.GuardianshipCommand.ReturnToGuardian;
import org.huhang.command.area.guardianship.GuardianshipCommand.ReviewTemporaryCare;
import org.huhang.command.area.keycare.KeyCareCommand.DelistKeyCare;
import org.huhang.command.area.keycare.KeyCareCommand.ListKeyCare;
import org.huhang.command.area.keycare.KeyCareCommand.ReassessKeyCare;
import org.huhang.command.area.keycare.KeyCareCommand.RecordAttemptedVisit;
import org.huhang.command.area.keycare.KeyCareCommand.RecordVisit;
import org.huhang.command.area.schooling.SchoolingCommand.RecordDropout;
import org.huhang.command.area.schooling.SchoolingCommand.RecordReturnToSchool;
import org.huhang.command.area.schooling.SchoolingCommand.RecordSchoolEnrolment;
import org.huhang.command.area.screening.ScreeningCommand.Screen;
import org.huhang.command.ask.Command;
import org.huhang.command.beside.staff.StaffCommand.*;
import org.huhang.command.port.Answer;
import org.huhang.command.port.CommandGateway;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.area.schooling.Boarding;
import org.huhang.kernel.area.schooling.SchoolStage;
import org.huhang.kernel.beside.staff.*;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.time.Shanghai;
import org.huhang.kernel.value.*;

/** Half a year of three counties' work in small: most kinds of fact, on several cases, told by the real commands. */
final class Story {

    private static final Narrative WORDS = Narrative.of("据村（居）委会反映");
    private static final PersonName VISITOR = PersonName.of("儿童主任");
    private static final Actor OFFICER = new Actor("officer-1", Role.COUNTY_OFFICER, Jurisdiction.NATION);

    private final CommandGateway commands;
    private final List<String> refused = new ArrayList<>();

    Story(CommandGateway commands) {
        this.commands = commands;
    }

    /** @return every command that was refused, with the code */
    List<String> tell(int chapter) {
        keyCareAndTemporaryCare(chapter);
        closedAndReopened(chapter);
        mergedAndParted(chapter);
        longTerm(chapter);
        staff(chapter);
        return refused;
    }

    private void keyCareAndTemporaryCare(int chapter) {
        CaseId child = registered("陈小雨" + chapter);
        ask(child, new Screen(SourceAgency.VILLAGE, day("2026-01-16")));
        ask(child, new ListKeyCare(Set.of(KeyCareGround.HARDSHIP), RiskLevel.HIGH, day("2026-01-20")));
        ask(child, new RecordVisit(VISITOR, WORDS, Optional.of(WORDS), Optional.empty(), day("2026-01-25")));
        ask(child, new RecordAttemptedVisit(VISITOR, WORDS, day("2026-01-27")));
        ask(child, new RecordAttemptedVisit(VISITOR, WORDS, day("2026-01-28")));
        ask(child, new RecordAttemptedVisit(VISITOR, WORDS, day("2026-01-30")));
        ask(
                child,
                new ReassessKeyCare(
                        Set.of(KeyCareGround.HARDSHIP, KeyCareGround.DISABILITY), RiskLevel.MEDIUM, day("2026-02-01")));
        ask(child, new RecordGuardianshipLapse(LapseGround.GUARDIAN_MISSING, WORDS, day("2026-02-05")));
        ask(child, new AssignTemporaryCare(CareMode.FOSTER_FAMILY, carer(), day("2026-02-06")));
        ask(
                child,
                new ChangeTemporaryCare(CareMode.WELFARE_INSTITUTION, carer(), Optional.of(WORDS), day("2026-02-10")));
        ask(child, new ReviewTemporaryCare(WORDS, day("2026-02-20")));
        ask(child, new AssessReturn(true, WORDS, day("2026-02-25")));
        ask(child, new ReturnToGuardian(day("2026-02-26")));
        ask(child, new MoveResidence(DivisionCode.of("330106002"), Optional.empty(), day("2026-03-01")));
        ask(child, new DelistKeyCare(DelistReason.GROUNDS_ENDED, Optional.empty(), day("2026-03-02")));
    }

    private void closedAndReopened(int chapter) {
        CaseId child = registered("林小满" + chapter);
        ask(child, new AttachDocument(passport(chapter), day("2026-01-20")));
        ask(child, new RecordLivingArrangement(List.of(), day("2026-01-21")));
        ask(child, new CorrectIdentity(identity("林小曼" + chapter), WORDS, day("2026-01-22")));
        ask(child, new Close(CloseReason.NO_LONGER_IN_NEED, Optional.empty(), day("2026-02-01")));
        ask(child, new Reopen(WORDS, day("2026-02-02")));
    }

    private void mergedAndParted(int chapter) {
        CaseId one = registered("孙一" + chapter);
        CaseId other = registered("孙一" + chapter);
        ask(one, new ListKeyCare(Set.of(KeyCareGround.HARDSHIP), RiskLevel.LOW, day("2026-01-20")));
        ask(one, new Merge(other, WORDS, day("2026-01-25")));
        ask(one, new Unmerge(other, WORDS, day("2026-01-26")));
        ask(one, new Merge(other, WORDS, day("2026-01-27")));
    }

    private void longTerm(int chapter) {
        CaseId child = registered("周四" + chapter);
        ask(
                child,
                new RecordSchoolEnrolment(
                        SchoolStage.PRIMARY, Optional.of(WORDS), Boarding.BOARDER, day("2026-01-16")));
        ask(child, new RecordDropout(WORDS, day("2026-01-19")));
        ask(child, new RecordReturnToSchool(day("2026-02-27")));
        ask(child, new RecordGuardianshipLapse(LapseGround.UNIDENTIFIED_OR_VAGRANT, WORDS, day("2026-01-20")));
        ask(child, new AssignTemporaryCare(CareMode.WELFARE_INSTITUTION, carer(), day("2026-01-21")));
        ask(child, new AssumeLongTermGuardianship(LongTermGround.PARENTS_NOT_FOUND, WORDS, day("2026-03-10")));
        ask(child, new EndLongTermGuardianship(LongTermEndReason.PARENTS_FOUND, WORDS, day("2026-03-12")));
    }

    private void staff(int chapter) {
        StreamId director = StreamId.of(UUID.randomUUID());
        DivisionCode village = DivisionCode.of("330109001201");
        ask(
                director,
                new Appoint(
                        PersonName.of("钱七" + chapter),
                        StaffPost.CHILD_DIRECTOR,
                        List.of(village),
                        Optional.empty(),
                        day("2026-01-15")));
        ask(director, new RecordTraining(TrainingKind.INDUCTION, WORDS, day("2026-01-20")));
        ask(director, new AssignArea(List.of(village, DivisionCode.of("330109001202")), day("2026-02-01")));
        ask(director, new EndPost(PostEndReason.REPLACED, Optional.empty(), day("2026-03-01")));
    }

    private CaseId registered(String name) {
        CaseId child = CaseId.random();
        ask(
                child,
                new Register(
                        identity(name),
                        DivisionCode.of("340122100"),
                        HouseholdType.RURAL,
                        DivisionCode.of("330109001"),
                        Optional.empty(),
                        day("2025-01-10"),
                        List.of(new GuardianEntry(
                                Relation.MOTHER,
                                PersonName.of("王芳"),
                                Optional.empty(),
                                true,
                                GuardianAbility.ABLE,
                                Optional.empty(),
                                Optional.empty())),
                        SourceAgency.EDUCATION,
                        day("2026-01-15")));
        return child;
    }

    private void ask(CaseId child, Command command) {
        ask(child.stream(), command);
    }

    private void ask(StreamId stream, Command command) {
        Instant noon = command.on().atTime(12, 0).atZone(Shanghai.ZONE).toInstant();
        Attribution by = new Attribution(OFFICER, "story", Attribution.Channel.API, Optional.empty(), false);
        Answer answer = commands.send(
                new CommandGateway.Request(stream, command, by, noon, OptionalLong.empty(), Optional.empty()));
        if (answer instanceof Answer.Declined declined) {
            refused.add(command.getClass().getSimpleName() + ": " + declined.refusal());
        }
    }

    private static ChildIdentity identity(String name) {
        return new ChildIdentity(PersonName.of(name), List.of(), Sex.FEMALE, day("2015-05-20"), List.of());
    }

    private static IdentityDocument passport(int number) {
        return new IdentityDocument(
                DocumentType.PASSPORT, DocumentNumber.of("E%08d".formatted(number)), Optional.empty());
    }

    private static Carer carer() {
        return new Carer(PersonName.of("县儿童福利院"), Optional.empty());
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
