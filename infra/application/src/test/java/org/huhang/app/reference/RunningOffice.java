package org.huhang.app.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.huhang.command.ask.CaseCommand;
import org.huhang.command.port.Answer;
import org.huhang.command.port.CommandGateway;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.time.Shanghai;
import org.huhang.kernel.value.CaseId;

/** The application as it runs. What would be refused is not even asked of it. */
final class RunningOffice implements Office {

    private static final Actor OFFICER = new Actor("officer-1", Role.COUNTY_OFFICER, Jurisdiction.NATION);

    private final CommandGateway commands;
    private final OfficeInMemory ahead = new OfficeInMemory();

    RunningOffice(CommandGateway commands) {
        this.commands = commands;
    }

    @Override
    public void ask(CaseId caseId, CaseCommand command, LocalDate today) {
        long before = ahead.position();
        ahead.ask(caseId, command, today);
        if (ahead.position() > before) {
            send(caseId, command, today);
        }
    }

    private void send(CaseId caseId, CaseCommand command, LocalDate today) {
        Attribution by = new Attribution(
                OFFICER, caseId + " " + ahead.position(), Attribution.Channel.API, Optional.empty(), false);
        Answer answer = commands.send(new CommandGateway.Request(
                caseId.stream(),
                command,
                by,
                today.atTime(12, 0).atZone(Shanghai.ZONE).toInstant(),
                OptionalLong.empty(),
                Optional.empty()));
        assertThat(answer).isInstanceOf(Answer.Done.class);
    }

    @Override
    public List<Recorded> facts(CaseId caseId) {
        return ahead.facts(caseId);
    }
}
