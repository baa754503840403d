package org.huhang.app.calendar;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.huhang.app.OnCommandSide;
import org.huhang.app.OnQuerySide;
import org.huhang.command.area.screening.ScreeningCommand.EndScreenedStatus;
import org.huhang.command.port.CommandGateway;
import org.huhang.command.port.CommandGateway.Request;
import org.huhang.command.port.IdempotencyKey;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.time.Shanghai;
import org.huhang.kernel.value.StatusEndReason;
import org.huhang.query.worklist.AgeOuts;
import org.huhang.query.worklist.AgeOuts.AgeOut;
import org.springframework.stereotype.Component;

/**
 * Ends the migrant and left-behind statuses of children who have turned sixteen, with the same command an officer has.
 * Needs both sides in one process, because it asks a read model whom the calendar has reached.
 */
@Component
@OnCommandSide
@OnQuerySide
class SixteenthBirthdays {

    private static final int PAGE = 500;

    private final AgeOuts ageOuts;
    private final CommandGateway commands;
    private final InstantSource clock;

    SixteenthBirthdays(AgeOuts ageOuts, CommandGateway commands, InstantSource clock) {
        this.ageOuts = ageOuts;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * One process may run this while another does: a case is asked once a day. It is asked as of today, a day no case is
     * closed to; which day the status ended on is for the decision to say.
     */
    void endStatuses() {
        Instant now = clock.instant();
        LocalDate today = Shanghai.dayOf(now);
        List<AgeOut> due = ageOuts.dueOn(today, PAGE);
        while (!due.isEmpty()) {
            due.forEach(one -> commands.send(request(one, today, now)));
            due = ageOuts.dueOn(today, Optional.of(due.getLast()), PAGE);
        }
    }

    private static Request request(AgeOut one, LocalDate today, Instant now) {
        String id = "age-out/" + one.caseId() + "/" + today;
        return new Request(
                one.caseId().stream(),
                new EndScreenedStatus(StatusEndReason.AGED_OUT, today),
                new Attribution(Actor.SYSTEM, id, Attribution.Channel.CALENDAR, Optional.empty(), false),
                now,
                OptionalLong.empty(),
                Optional.of(new IdempotencyKey(Actor.SYSTEM.id(), id, StatusEndReason.AGED_OUT + "/" + today)));
    }
}
