package org.huhang.command.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huhang.command.imports.ImportJob.State;
import org.huhang.command.imports.ImportJob.Tally;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.log.RequestId;

/** Jobs as the journal would give them. */
final class Jobs {

    private static final Instant MORNING = Instant.parse("2026-05-01T00:00:00Z");

    private Jobs() {}

    /** @param minute at which it came */
    static ImportJob of(String county, String account, int minute) {
        return of(new Actor(account, Role.COUNTY_OFFICER, Jurisdiction.of(county)), minute);
    }

    private static ImportJob of(Actor by, int minute) {
        return new ImportJob(
                UUID.randomUUID(),
                "list.csv",
                false,
                by,
                new RequestId("request"),
                MORNING.plusSeconds(60L * minute),
                State.RUNNING,
                100,
                Tally.NONE,
                1,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    static ImportJob cameOn(ImportJob job, State state, long imported) {
        return new ImportJob(
                job.id(),
                job.fileName(),
                job.dryRun(),
                job.submittedBy(),
                job.requestId(),
                job.submittedAt(),
                state,
                job.bytes(),
                new Tally(imported + 1, imported, imported, 0, 0, 0),
                job.attempts(),
                job.encoding(),
                job.ignoredColumns(),
                job.failure(),
                job.finishedAt());
    }
}
