package org.huhang.app.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huhang.command.ask.CaseCommand;
import org.huhang.command.decide.Circumstances;
import org.huhang.command.decide.Decider;
import org.huhang.command.decide.Decision.Accepted;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.area.CaseHistory;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.stream.StreamState;
import org.huhang.kernel.time.Shanghai;
import org.huhang.kernel.value.CaseId;

/** The real decisions, and a log in memory. */
final class OfficeInMemory implements Office {

    private static final Actor OFFICER = new Actor("officer-1", Role.COUNTY_OFFICER, Jurisdiction.NATION);

    private final Map<CaseId, List<Recorded>> files = new HashMap<>();
    private int requests;
    private long position;

    @Override
    public void ask(CaseId caseId, CaseCommand command, LocalDate today) {
        Map<StreamId, StreamState> others = command.others().stream()
                .distinct()
                .collect(Collectors.toMap(it -> it, it -> now(CaseId.of(it.value()))));
        Circumstances at = new Circumstances(OFFICER, today, PolicyBook.published())
                .with(others, file -> CaseHistory.of(file, facts(file), this::facts));
        if (Decider.decide(now(caseId), command, at) instanceof Accepted accepted) {
            Attribution by =
                    new Attribution(OFFICER, "request-" + ++requests, Attribution.Channel.API, Optional.empty(), false);
            append(caseId, accepted.events(), by, today);
            accepted.others().forEach((other, events) -> append(CaseId.of(other.value()), events, by, today));
        }
    }

    /** Of the last fact recorded. */
    long position() {
        return position;
    }

    private CaseState now(CaseId caseId) {
        return CaseState.of(caseId, facts(caseId), this::facts);
    }

    private void append(CaseId caseId, List<Event> events, Attribution by, LocalDate today) {
        List<Recorded> more = new ArrayList<>(facts(caseId));
        for (Event event : events) {
            more.add(new Recorded(
                    ++position,
                    caseId.stream(),
                    more.size(),
                    today.atTime(12, 0).atZone(Shanghai.ZONE).toInstant(),
                    by,
                    event));
        }
        files.put(caseId, List.copyOf(more));
    }

    @Override
    public List<Recorded> facts(CaseId caseId) {
        return files.getOrDefault(caseId, List.of());
    }
}
