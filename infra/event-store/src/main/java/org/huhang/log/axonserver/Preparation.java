package org.huhang.log.axonserver;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huhang.command.port.Answer;
import org.huhang.command.port.Change;
import org.huhang.command.port.Unavailable;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.stream.StreamId;
import org.huhang.log.tail.LogSignal;

/** What has to be so before a change may be appended: its documents are claimed, and its key opens no second case. */
final class Preparation {

    /** What came of it. */
    sealed interface Prepared {}

    /** @param change under the id its case is opened with */
    record Ready(UUID command, Change change, List<ServerFact> facts) implements Prepared {}

    /** A document belongs to another case. */
    record Held() implements Prepared {}

    /** Another change came first. */
    record Late() implements Prepared {}

    private static final Duration LONGEST_CONTEST = Duration.ofSeconds(1);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final Duration LONGEST_CATCHING_UP = Duration.ofSeconds(5);

    private final Claims claims;
    private final UnderWay underWay;
    private final ServerStreams streams;
    private final LogSignal signal;

    Preparation(Claims claims, UnderWay underWay, ServerStreams streams, LogSignal signal) {
        this.claims = claims;
        this.underWay = underWay;
        this.streams = streams;
        this.signal = signal;
    }

    /**
     * @return {@link Ready}, and then either appended or {@link #undo undone}
     * @throws Unavailable while a document is claimed for facts of which it is not known yet whether they are recorded
     */
    Prepared of(Change asked, Optional<Mark> mark) {
        Change change = mark.isPresent() && opensACase(asked)
                ? under(claims.opening(mark.get(), asked.parts().getFirst().stream()), asked)
                : asked;
        if (!stillSo(
                change.parts().stream().filter(part -> part.events().isEmpty()).toList())) {
            return new Late();
        }
        UUID command = UUID.randomUUID();
        return switch (claimed(command, change)) {
            case OURS -> ready(command, change, mark);
            case HELD -> new Held();
            case CONTESTED, STALE -> throw Unavailable.notRecorded();
        };
    }

    private Ready ready(UUID command, Change change, Optional<Mark> mark) {
        Instant now = setOut(command);
        try {
            return new Ready(command, change, facts(command, now, change, mark));
        } catch (RuntimeException e) {
            undo(command);
            throw e;
        }
    }

    /** The facts will not be recorded. */
    void undo(UUID command) {
        claims.release(command);
        underWay.over(command);
    }

    private Instant setOut(UUID command) {
        try {
            return underWay.setOut(command);
        } catch (RuntimeException e) {
            claims.release(command);
            throw e;
        }
    }

    /** Whether the cases are as the change has seen them. */
    boolean stillSo(Change change) {
        return stillSo(change.parts());
    }

    private boolean stillSo(List<Change.Part> parts) {
        return parts.stream().allMatch(part -> streams.version(part.stream()) == part.expectedVersion());
    }

    /** Whoever has claimed a document is soon through with it; the claim of one who died counts until its time is up. */
    private Claims.Claim claimed(UUID command, Change change) {
        long deadline = System.nanoTime() + LONGEST_CONTEST.toNanos();
        Claims.Claim claim = claim(command, change);
        while (claim == Claims.Claim.CONTESTED && System.nanoTime() - deadline < 0) {
            pause();
            claim = claim(command, change);
        }
        if (claim == Claims.Claim.STALE) {
            catchUp();
            claims.dropStale();
            claim = claim(command, change);
        }
        return claim;
    }

    private Claims.Claim claim(UUID command, Change change) {
        // Only the case a command is addressed to is given documents.
        Change.Part part = change.parts().getFirst();
        return claims.claim(command, part.stream(), part.events());
    }

    /** What a dead claim led to, if anything, has been in the log for long. */
    private void catchUp() {
        try {
            if (!signal.awaitBeyond(streams.head() - 1, LONGEST_CATCHING_UP)) {
                throw Unavailable.notRecorded();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Unavailable.notRecorded();
        }
    }

    private static List<ServerFact> facts(UUID command, Instant now, Change change, Optional<Mark> mark) {
        int of = change.parts().stream().mapToInt(part -> part.events().size()).sum();
        Instant at = change.by().demo() ? change.at() : now;
        Optional<Trace.Keyed> keyed = mark.map(it -> keyed(it, change));
        List<ServerFact> facts = new ArrayList<>();
        for (Change.Part part : change.parts()) {
            long version = part.expectedVersion();
            for (Event event : part.events()) {
                facts.add(new ServerFact(
                        part.stream(),
                        ++version,
                        at.truncatedTo(ChronoUnit.MICROS),
                        change.by(),
                        event,
                        new Trace(command, facts.size() + 1, of, keyed),
                        UUID.randomUUID()));
            }
        }
        return facts;
    }

    private static Trace.Keyed keyed(Mark mark, Change change) {
        return switch (change.answer()) {
            case Answer.Done done -> new Trace.Keyed(mark, done.stream(), done.lookalikes());
            case Answer.Declined _ -> throw new IllegalArgumentException("A refusal has no facts");
        };
    }

    private static boolean opensACase(Change change) {
        return change.parts().getFirst().expectedVersion() < 0;
    }

    private static Change under(StreamId id, Change change) {
        Change.Part part = change.parts().getFirst();
        return id.equals(part.stream())
                ? change
                : new Change(
                        List.of(new Change.Part(part.before().kind().unbegun(id), part.events())),
                        change.by(),
                        change.at(),
                        change.key(),
                        change.answer() instanceof Answer.Done done
                                ? new Answer.Done(id, done.version(), done.position(), done.events(), done.lookalikes())
                                : change.answer());
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Unavailable.notRecorded();
        }
    }
}
