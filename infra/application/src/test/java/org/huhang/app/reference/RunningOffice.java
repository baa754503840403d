package org.huhang.app.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.huhang.command.ask.CaseCommand;
import org.huhang.command.port.CommandGateway;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.time.Shanghai;
import org.huhang.kernel.value.CaseId;

/** The application as it runs. */
final class RunningOffice implements Office {

    private static final Actor OFFICER = new Actor("officer-1", Role.COUNTY_OFFICER, Jurisdiction.NATION);

    private final CommandGateway commands;
    private final EventLog log;
    private final AtomicLong requests = new AtomicLong();

    RunningOffice(CommandGateway commands, EventLog log) {
        this.commands = commands;
        this.log = log;
    }

    @Override
    public void ask(CaseId caseId, CaseCommand command, LocalDate today) {
        Attribution by = new Attribution(
                OFFICER, "request-" + requests.incrementAndGet(), Attribution.Channel.API, Optional.empty(), false);
        commands.send(new CommandGateway.Request(
                caseId.stream(),
                command,
                by,
                today.atTime(12, 0).atZone(Shanghai.ZONE).toInstant(),
                OptionalLong.empty(),
                Optional.empty()));
    }

    @Override
    public List<Recorded> facts(CaseId caseId) {
        return log.history(caseId);
    }
}
