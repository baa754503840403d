package org.huhang.bench.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.huhang.bench.load.Children;
import org.huhang.command.area.file.FileCommand.Register;
import org.huhang.command.area.file.GuardianEntry;
import org.huhang.command.area.keycare.KeyCareCommand.ListKeyCare;
import org.huhang.command.area.keycare.KeyCareCommand.RecordVisit;
import org.huhang.command.ask.CaseCommand;
import org.huhang.command.port.CommandGateway.Request;
import org.huhang.command.port.IdempotencyKey;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.time.Shanghai;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.DocumentNumber;
import org.huhang.kernel.value.DocumentType;
import org.huhang.kernel.value.GuardianAbility;
import org.huhang.kernel.value.HouseholdType;
import org.huhang.kernel.value.IdentityDocument;
import org.huhang.kernel.value.KeyCareGround;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.PersonName;
import org.huhang.kernel.value.Relation;
import org.huhang.kernel.value.RiskLevel;
import org.huhang.kernel.value.Sex;
import org.huhang.kernel.value.SourceAgency;

/** What officers ask for in process: the same commands, keys included, as the load generator sends over HTTP. */
final class Officers {

    static final String COUNTY = "330109";
    private static final String DIGEST = "0".repeat(64);

    private final Children children = new Children(Shanghai.dayOf(Instant.now()));
    private final RecordVisit visit = new RecordVisit(
            PersonName.of("李老师"),
            Narrative.of("家中整洁，孩子正在做作业，爷爷奶奶身体尚好。下月再来。"),
            Optional.of(Narrative.of("愿意和爷爷奶奶住，想爸爸妈妈。")),
            Optional.empty(),
            children.today());

    Request open(CaseId caseId, long number, RandomGenerator random) {
        return request(
                caseId,
                new Register(
                        new ChildIdentity(
                                PersonName.of(children.name(number)),
                                List.of(),
                                children.boy(number) ? Sex.MALE : Sex.FEMALE,
                                children.born(number),
                                List.of(new IdentityDocument(
                                        DocumentType.RESIDENT_ID,
                                        DocumentNumber.of(children.card(number)),
                                        Optional.empty()))),
                        DivisionCode.of(Children.HUKOU),
                        HouseholdType.RURAL,
                        DivisionCode.of(Children.RESIDENCE),
                        Optional.empty(),
                        children.arrived(),
                        List.of(new GuardianEntry(
                                Relation.MOTHER,
                                PersonName.of("李梅"),
                                Optional.empty(),
                                true,
                                GuardianAbility.ABLE,
                                Optional.empty(),
                                Optional.empty())),
                        SourceAgency.EDUCATION,
                        children.today()),
                random);
    }

    Request list(CaseId caseId, RandomGenerator random) {
        return request(
                caseId, new ListKeyCare(Set.of(KeyCareGround.HARDSHIP), RiskLevel.LOW, children.today()), random);
    }

    Request visit(CaseId caseId, RandomGenerator random) {
        return request(caseId, visit, random);
    }

    private static Request request(CaseId caseId, CaseCommand command, RandomGenerator random) {
        String officer = "officer-" + random.nextInt(16);
        String key = new UUID(random.nextLong(), random.nextLong()).toString();
        return new Request(
                caseId.stream(),
                command,
                new Attribution(
                        new Actor(officer, Role.COUNTY_OFFICER, Jurisdiction.of(COUNTY)),
                        key,
                        Attribution.Channel.API,
                        Optional.empty(),
                        false),
                Instant.now(),
                OptionalLong.empty(),
                Optional.of(new IdempotencyKey(officer, key, DIGEST)));
    }
}
