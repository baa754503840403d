package org.huhang.query.kit;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.area.CaseHistory;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Moments;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.time.Shanghai;
import org.huhang.kernel.value.CaseId;

/** A log in memory, told fact by fact: on which day what was recorded of which case. */
public final class Story implements EventLog {

    public static final CaseId CHILD = CaseId.of(UUID.fromString("0b8f1d6e-2a67-4a7e-9c0f-5d0f3a1f2b11"));
    public static final CaseId OTHER = CaseId.of(UUID.fromString("9d3e0c52-77f1-4f0a-8f0e-64e2b3a4c5d6"));
    public static final Actor OFFICER = new Actor("o-17", Role.COUNTY_OFFICER, Jurisdiction.of("330109"));

    private final List<Recorded> facts = new ArrayList<>();
    private Instant now = Instant.EPOCH;

    /** Ten in the morning of {@code day} in Shanghai. */
    public Story on(String day) {
        return at(LocalDate.parse(day)
                .atTime(LocalTime.of(10, 0))
                .atZone(Shanghai.ZONE)
                .toInstant());
    }

    public Story at(Instant instant) {
        now = instant;
        return this;
    }

    public Story recorded(CaseEvent... events) {
        return recordedOf(CHILD, events);
    }

    public Story recordedOf(CaseId caseId, CaseEvent... events) {
        return recordedOf(caseId.stream(), events);
    }

    public Story recordedOf(StreamId stream, Event... events) {
        for (Event event : events) {
            facts.add(new Recorded(
                    facts.size() + 1,
                    stream,
                    history(stream).size(),
                    now,
                    new Attribution(
                            OFFICER,
                            "r-" + facts.size(),
                            Attribution.Channel.API,
                            Optional.of("import:1/2"),
                            true,
                            Optional.of("their-" + facts.size())),
                    event));
        }
        return this;
    }

    @Override
    public String toString() {
        return facts.stream()
                .map(fact -> (fact.stream().equals(CHILD.stream()) ? "" : "other:")
                        + fact.event().getClass().getSimpleName() + "@"
                        + fact.event().effectiveOn())
                .collect(Collectors.joining(", "));
    }

    /** How this log grew, for who asks by that clock. */
    public Moments moments(InstantSource clock) {
        return new Growth(() -> facts.stream().map(Growth::of).toList(), clock);
    }

    /** All that is told of a child. */
    public CaseHistory ofCase(CaseId caseId) {
        return CaseHistory.of(caseId, history(caseId), this::history);
    }

    /** What was told of the child of the fact, up to it. */
    public CaseHistory upTo(Recorded fact) {
        return CaseHistory.of(fact.caseId(), until(fact, fact.caseId()), file -> until(fact, file));
    }

    private List<Recorded> until(Recorded last, CaseId file) {
        return history(file).stream()
                .filter(fact -> fact.position() <= last.position())
                .toList();
    }

    public List<Recorded> history(CaseId caseId) {
        return history(caseId.stream());
    }

    @Override
    public List<Recorded> history(StreamId stream) {
        return facts.stream().filter(fact -> fact.stream().equals(stream)).toList();
    }

    @Override
    public List<Recorded> after(long position, int limit) {
        return facts.stream()
                .filter(fact -> fact.position() > position)
                .limit(limit)
                .toList();
    }

    @Override
    public long head() {
        return facts.size();
    }
}
