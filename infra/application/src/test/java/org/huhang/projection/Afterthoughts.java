package org.huhang.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.huhang.command.area.file.FileCommand.AttachDocument;
import org.huhang.command.area.file.FileCommand.Close;
import org.huhang.command.area.file.FileCommand.CorrectIdentity;
import org.huhang.command.area.file.FileCommand.Merge;
import org.huhang.command.area.file.FileCommand.MoveHukou;
import org.huhang.command.area.file.FileCommand.MoveResidence;
import org.huhang.command.area.file.FileCommand.RecordLivingArrangement;
import org.huhang.command.area.file.FileCommand.Register;
import org.huhang.command.area.file.FileCommand.Reopen;
import org.huhang.command.area.file.FileCommand.Unmerge;
import org.huhang.command.area.file.GuardianEntry;
import org.huhang.command.area.guardianship.GuardianshipCommand.AssignTemporaryCare;
import org.huhang.command.area.guardianship.GuardianshipCommand.RecordGuardianshipLapse;
import org.huhang.command.area.keycare.KeyCareCommand.DelistKeyCare;
import org.huhang.command.area.keycare.KeyCareCommand.ListKeyCare;
import org.huhang.command.area.keycare.KeyCareCommand.ReassessKeyCare;
import org.huhang.command.area.keycare.KeyCareCommand.RecordVisit;
import org.huhang.command.area.screening.ScreeningCommand.DecideScreeningReview;
import org.huhang.command.area.screening.ScreeningCommand.EndScreenedStatus;
import org.huhang.command.area.screening.ScreeningCommand.Screen;
import org.huhang.command.ask.CaseCommand;
import org.huhang.command.port.Answer;
import org.huhang.command.port.CommandGateway;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.time.Shanghai;
import org.huhang.kernel.value.*;

/** What restates a past already counted: corrections, errors taken back, things told late, two changes of one day. */
final class Afterthoughts {

    private static final Narrative WORDS = Narrative.of("事后核实");
    private static final Actor OFFICER = new Actor("officer-2", Role.COUNTY_OFFICER, Jurisdiction.NATION);
    private static final LocalDate BIRTH = day("2014-02-28");

    private final CommandGateway commands;
    private final List<String> refused = new ArrayList<>();

    Afterthoughts(CommandGateway commands) {
        this.commands = commands;
    }

    /** @return every command that was refused, with the code */
    List<String> tell() {
        identityWasWrong();
        neverShouldHaveBeen();
        mergedWithAPast();
        allOnOneDay();
        statusComesAndGoes();
        township();
        toldLate();
        return refused;
    }

    private void identityWasWrong() {
        CaseId child = registered("吴一", "330109001001", "340122100", parents(true));
        ask(child, new Screen(SourceAgency.VILLAGE, day("2026-01-16")));
        ask(child, new ListKeyCare(Set.of(KeyCareGround.DISABILITY), RiskLevel.HIGH, day("2026-01-20")));
        ask(child, new RecordGuardianshipLapse(LapseGround.GUARDIAN_MISSING, WORDS, day("2026-01-21")));
        ask(child, new AssignTemporaryCare(CareMode.FOSTER_FAMILY, carer(), day("2026-01-22")));
        ask(child, new MoveResidence(DivisionCode.of("330106002"), Optional.of(Address.of("新址1号")), day("2026-02-01")));
        ask(child, correction("吴一", Sex.MALE, BIRTH));
        ask(child, correction("吴一一", Sex.MALE, BIRTH));
        ask(child, correction("吴一一", Sex.MALE, day("2012-02-29")));
        ask(child, new Screen(SourceAgency.EDUCATION, day("2026-09-01")));
    }

    private void neverShouldHaveBeen() {
        CaseId child = registered("吴二", "640121100", "640121100", parents(true));
        ask(child, new ListKeyCare(Set.of(KeyCareGround.HARDSHIP), RiskLevel.LOW, day("2026-01-18")));
        ask(child, new ReassessKeyCare(Set.of(KeyCareGround.VAGRANCY), RiskLevel.HIGH, day("2026-01-20")));
        ask(child, new DelistKeyCare(DelistReason.LISTED_IN_ERROR, Optional.of(WORDS), day("2026-01-25")));
        ask(child, new ListKeyCare(Set.of(KeyCareGround.MENTAL_OR_BEHAVIOURAL), RiskLevel.MEDIUM, day("2026-01-26")));
        ask(child, new DelistKeyCare(DelistReason.GROUNDS_ENDED, Optional.empty(), day("2026-01-26")));
        ask(child, new Close(CloseReason.REGISTERED_IN_ERROR, Optional.of(WORDS), day("2026-02-01")));
        ask(child, new Reopen(WORDS, day("2026-02-01")));
        ask(child, new Close(CloseReason.MOVED_OUT_OF_REACH, Optional.empty(), day("2026-03-01")));
        ask(child, new Reopen(WORDS, day("2026-04-01")));
        ask(child, new Close(CloseReason.REGISTERED_IN_ERROR, Optional.empty(), day("2026-05-01")));
    }

    private void mergedWithAPast() {
        CaseId one = registered("吴三", "330109001001", "340122100", parents(true));
        CaseId other = registered("吴三", "330106002", "340122100", parents(true));
        CaseId third = registered("吴三", "510114003", "510114003", parents(true));
        ask(one, new AttachDocument(permit("J00031"), day("2026-01-16")));
        ask(other, new AttachDocument(permit("J00032"), day("2026-01-16")));
        ask(other, new Screen(SourceAgency.CIVIL_AFFAIRS, day("2026-01-17")));
        ask(one, new ListKeyCare(Set.of(KeyCareGround.HARDSHIP), RiskLevel.LOW, day("2026-01-18")));
        ask(other, new ListKeyCare(Set.of(KeyCareGround.DISABILITY), RiskLevel.LOW, day("2026-01-19")));
        ask(one, new Merge(other, WORDS, day("2026-01-25")));
        ask(one, new Merge(third, WORDS, day("2026-01-25")));
        ask(one, new Unmerge(other, WORDS, day("2026-02-25")));
        ask(other, new MoveResidence(DivisionCode.of("330109001001"), Optional.empty(), day("2026-02-25")));
        ask(one, new Unmerge(third, WORDS, day("2026-02-26")));
        ask(other, new Merge(one, WORDS, day("2026-02-27")));
    }

    private void allOnOneDay() {
        LocalDate day = day("2026-02-10");
        CaseId child = registered("吴四", "330109001001", "510114003", parents(true));
        ask(child, new Screen(SourceAgency.VILLAGE, day));
        ask(child, new ListKeyCare(Set.of(KeyCareGround.HARDSHIP), RiskLevel.LOW, day));
        ask(child, new ReassessKeyCare(Set.of(KeyCareGround.DISABILITY), RiskLevel.HIGH, day));
        ask(child, new RecordVisit(PersonName.of("儿童主任"), WORDS, Optional.of(WORDS), Optional.of(RiskLevel.LOW), day));
        ask(child, new MoveResidence(DivisionCode.of("330106002"), Optional.empty(), day));
        ask(child, new MoveHukou(DivisionCode.of("330106002"), HouseholdType.URBAN, day));
        ask(child, new DelistKeyCare(DelistReason.GROUNDS_ENDED, Optional.empty(), day));
        ask(child, new RecordGuardianshipLapse(LapseGround.UNIDENTIFIED_OR_VAGRANT, WORDS, day));
        ask(child, new AssignTemporaryCare(CareMode.WELFARE_INSTITUTION, carer(), day));
    }

    private void statusComesAndGoes() {
        CaseId child = registered("吴五", "340122100", "340122100", parents(false));
        ask(child, new Screen(SourceAgency.VILLAGE, day("2026-01-16")));
        ask(child, new Screen(SourceAgency.VILLAGE, day("2026-02-16")));
        ask(child, new RecordLivingArrangement(parents(true), day("2026-03-16")));
        ask(child, new EndScreenedStatus(StatusEndReason.RETURNED, day("2026-03-16")));
        ask(child, new RecordLivingArrangement(parents(false), day("2026-03-17")));
        ask(child, new Screen(SourceAgency.VILLAGE, day("2026-03-17")));
        ask(child, new RecordLivingArrangement(parents(true), day("2026-03-20")));
        ask(child, new Screen(SourceAgency.VILLAGE, day("2026-03-20")));
        CaseId doubtful = registered("吴六", "330109001001", "340122100", List.of(carerOnly()));
        ask(doubtful, new Screen(SourceAgency.VILLAGE, day("2026-01-16")));
        ask(doubtful, new DecideScreeningReview(ScreenedStatus.NEITHER, Optional.empty(), WORDS, day("2026-01-20")));
        ask(doubtful, new Screen(SourceAgency.VILLAGE, day("2026-01-21")));
    }

    private void township() {
        CaseId child = registered("吴七", "640121001", "640121100", parents(true));
        ask(child, new Screen(SourceAgency.EDUCATION, day("2026-01-16")));
        ask(child, new MoveHukou(DivisionCode.of("640121001"), HouseholdType.RURAL, day("2026-04-01")));
    }

    private void toldLate() {
        CaseId child = registered("吴八", "330109001001", "340122100", parents(true));
        ask(child, new ListKeyCare(Set.of(KeyCareGround.ASKED_FOR_HELP), RiskLevel.HIGH, day("2026-01-20")));
        ask(
                child,
                new RecordVisit(PersonName.of("儿童主任"), WORDS, Optional.of(WORDS), Optional.empty(), day("2026-03-01")));
        ask(
                child,
                new RecordVisit(PersonName.of("儿童主任"), WORDS, Optional.of(WORDS), Optional.empty(), day("2026-02-01")));
        ask(child, new MoveResidence(DivisionCode.of("330106002"), Optional.empty(), day("2026-01-18")));
        ask(child, new RecordGuardianshipLapse(LapseGround.GUARDIAN_MISSING, WORDS, day("2026-01-17")));
        ask(child, new Screen(SourceAgency.VILLAGE, day("2026-01-16")));
    }

    private CaseId registered(String name, String residence, String hukou, List<GuardianEntry> guardians) {
        CaseId child = CaseId.random();
        ask(
                child,
                new Register(
                        new ChildIdentity(PersonName.of(name), List.of(), Sex.FEMALE, BIRTH, List.of()),
                        DivisionCode.of(hukou),
                        HouseholdType.RURAL,
                        DivisionCode.of(residence),
                        Optional.empty(),
                        day("2025-01-10"),
                        guardians,
                        SourceAgency.EDUCATION,
                        day("2026-01-15")));
        return child;
    }

    private static CorrectIdentity correction(String name, Sex sex, LocalDate birth) {
        return new CorrectIdentity(
                new ChildIdentity(PersonName.of(name), List.of(), sex, birth, List.of()), WORDS, day("2026-02-02"));
    }

    private static List<GuardianEntry> parents(boolean atHome) {
        Optional<LocalDate> away = atHome ? Optional.empty() : Optional.of(day("2025-02-01"));
        Optional<DivisionCode> where = away.map(_ -> DivisionCode.of("330109"));
        return List.of(
                new GuardianEntry(
                        Relation.FATHER,
                        PersonName.of("吴父"),
                        Optional.of(Contact.of("13800000001")),
                        atHome,
                        GuardianAbility.ABLE,
                        away,
                        where),
                new GuardianEntry(
                        Relation.MOTHER,
                        PersonName.of("吴母"),
                        Optional.empty(),
                        atHome,
                        GuardianAbility.ABLE,
                        away,
                        where));
    }

    private static GuardianEntry carerOnly() {
        return new GuardianEntry(
                Relation.ENTRUSTED_CARER,
                PersonName.of("吴姨"),
                Optional.empty(),
                true,
                GuardianAbility.UNKNOWN,
                Optional.empty(),
                Optional.empty());
    }

    private void ask(CaseId child, CaseCommand command) {
        Instant noon = command.on().atTime(12, 0).atZone(Shanghai.ZONE).toInstant();
        Attribution by = new Attribution(OFFICER, "afterthought", Attribution.Channel.API, Optional.empty(), false);
        Answer answer = commands.send(
                new CommandGateway.Request(child.stream(), command, by, noon, OptionalLong.empty(), Optional.empty()));
        if (answer instanceof Answer.Declined declined) {
            refused.add(command.getClass().getSimpleName() + " on " + command.on() + ": " + declined.refusal());
        }
    }

    private static IdentityDocument permit(String number) {
        return new IdentityDocument(DocumentType.PASSPORT, DocumentNumber.of(number), Optional.empty());
    }

    private static Carer carer() {
        return new Carer(PersonName.of("县儿童福利院"), Optional.empty());
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
