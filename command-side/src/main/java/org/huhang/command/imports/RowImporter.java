package org.huhang.command.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.huhang.command.ask.CaseCommand;
import org.huhang.command.imports.RowResult.Status;
import org.huhang.command.port.Answer;
import org.huhang.command.port.Answer.Declined;
import org.huhang.command.port.Answer.Done;
import org.huhang.command.port.CommandGateway;
import org.huhang.command.port.CommandGateway.Request;
import org.huhang.command.port.GivenAnswers;
import org.huhang.command.port.IdempotencyKey;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.refusal.Refusal.FieldError;
import org.huhang.kernel.time.Shanghai;
import org.huhang.kernel.value.CaseId;
import org.springframework.stereotype.Component;

/**
 * Carries one row into the register through the same commands as everybody else. The row's own content is its idempotency
 * key within the county, so that a list handed in twice, or a job that died half-way, has no second effect.
 */
@Component
class RowImporter {

    private final Rehearsal rehearsal;
    private final Foresight foresight;
    private final CommandGateway commands;
    private final GivenAnswers receipts;
    private final EventLog log;

    RowImporter(
            Rehearsal rehearsal, Foresight foresight, CommandGateway commands, GivenAnswers receipts, EventLog log) {
        this.rehearsal = rehearsal;
        this.foresight = foresight;
        this.commands = commands;
        this.receipts = receipts;
        this.log = log;
    }

    RowResult carry(ImportJob job, long row, ListedChild listed, Instant now) {
        TodaysCodes.Row today = rehearsal.underTodaysCodes(listed);
        return today.told(carryAsRead(job.by(rehearsal.underTodaysCode(job.submittedBy())), row, today.child(), now));
    }

    private RowResult carryAsRead(ImportJob job, long row, ListedChild child, Instant now) {
        Steps steps = new Steps(job, row, child, now);
        Optional<CaseId> earlier = registered(steps);
        if (earlier.isPresent()) {
            return known(steps, earlier.get());
        }
        return job.dryRun() ? foretell(job, row, child, now) : importAnew(steps);
    }

    /** The case that this very row opened, whenever that was, and under whatever number the office went then. */
    private Optional<CaseId> registered(Steps steps) {
        return Stream.concat(
                        Stream.of(steps.owner()),
                        rehearsal.formerCodes(steps.job().submittedBy()).map(Steps::owner))
                .flatMap(owner -> receipts.find(owner, steps.key("register")).stream())
                .flatMap(answer -> answer instanceof Done done ? Stream.of(done.caseId()) : Stream.empty())
                .findFirst();
    }

    private RowResult foretell(ImportJob job, long row, ListedChild child, Instant now) {
        return foresight
                .repeated(job, row, child)
                .orElseGet(() -> foresight.amongOthers(
                        job, child, rehearsal.of(row, child, job.submittedBy(), Shanghai.dayOf(now))));
    }

    private RowResult importAnew(Steps steps) {
        RowResult rehearsed =
                rehearsal.of(steps.row(), steps.child(), steps.job().submittedBy(), Shanghai.dayOf(steps.now()));
        return rehearsed.outcome() == Status.IMPORTED ? register(steps) : unlessOfThisRow(steps, rehearsed);
    }

    /** The child in the way may be this row's own, recorded at last by an attempt whose answer got lost. */
    private RowResult unlessOfThisRow(Steps steps, RowResult otherwise) {
        return registered(steps).map(caseId -> known(steps, caseId)).orElse(otherwise);
    }

    /** The row is in the register already; if it was this very job that brought it and died before saying so, it says so now. */
    private RowResult known(Steps steps, CaseId caseId) {
        boolean ours = log.history(caseId.stream()).getFirst().by().source().equals(Optional.of(steps.source()));
        if (ours) {
            return screen(steps, caseId);
        }
        return new RowResult(
                steps.row(),
                Status.UNCHANGED,
                rehearsal.nameable(caseId, steps.job().submittedBy()),
                List.of(),
                List.of());
    }

    /** The same row of another list may have been faster: then the answer is that one's. */
    private RowResult register(Steps steps) {
        CaseId anew = CaseId.random();
        return switch (commands.send(steps.request(anew, steps.child().register(), "register"))) {
            case Declined declined ->
                unlessOfThisRow(steps, RowResult.refused(steps.row(), Rehearsal.reasons(declined.refusal())));
            case Done done when done.caseId().equals(anew) -> screen(steps, anew);
            case Done done -> known(steps, done.caseId());
        };
    }

    private RowResult screen(Steps steps, CaseId caseId) {
        Answer screened = commands.send(steps.request(caseId, steps.child().screen(), "screen"));
        List<String> events =
                switch (screened) {
                    case Done done -> done.events();
                    case Declined _ -> List.of();
                };
        List<FieldError> reasons =
                switch (screened) {
                    case Done _ -> List.of();
                    case Declined declined -> Rehearsal.reasons(declined.refusal());
                };
        return new RowResult(steps.row(), Status.IMPORTED, Optional.of(caseId), events, reasons);
    }

    private record Steps(ImportJob job, long row, ListedChild child, Instant now) {

        String owner() {
            return owner(job.submittedBy().jurisdiction());
        }

        static String owner(Jurisdiction office) {
            return "import/" + office;
        }

        String key(String step) {
            return child.digest() + "/" + step;
        }

        String source() {
            return "import:" + job.id() + "/" + row;
        }

        Request request(CaseId caseId, CaseCommand command, String step) {
            Actor actor = job.submittedBy();
            return new Request(
                    caseId.stream(),
                    command,
                    new Attribution(actor, job.requestId(), Attribution.Channel.IMPORT, Optional.of(source())),
                    now,
                    OptionalLong.empty(),
                    Optional.of(new IdempotencyKey(owner(), key(step), child.digest())));
        }
    }
}
