package org.huhang.projection;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * @param position of the last fact that every segment has taken in
 * @param head position of the newest fact of the log
 * @param lag facts still to be taken in
 * @param revision of the projection that made the rows; {@code wanted} is this version's
 * @param outdated whether they are of another revision, or of other tables of divisions than those in force
 * @param parked cases that are passed over
 * @param rebuild under way in this process
 * @param rebuildFault why the last rebuild came to no end, until the next
 * @param previous the copy read before the last rebuild, where it is kept
 * @param stoppedAt position of the fact that cannot be read, with its event's name
 */
public record ReadModelStatus(
        String name,
        long position,
        long head,
        long lag,
        State state,
        int revision,
        int wanted,
        boolean outdated,
        List<SegmentStatus> segments,
        long parked,
        Optional<RebuildStatus> rebuild,
        Optional<String> rebuildFault,
        Optional<PreviousStatus> previous,
        Optional<Long> stoppedAt,
        Optional<String> stoppedBy,
        Optional<String> reason) {

    public enum State {
        UP_TO_DATE,
        CATCHING_UP,
        REBUILDING,
        /** Not followed, because its rows are of another revision, or of other tables of divisions. */
        OUTDATED,
        STOPPED
    }

    public record SegmentStatus(int segment, long position) {}

    /**
     * @param facts of {@code total} folded so far
     * @param expectedEnd of the folding, at the present rate
     */
    public record RebuildStatus(
            RebuildProgress.Phase phase,
            Instant since,
            long facts,
            long total,
            long factsPerSecond,
            Optional<Instant> expectedEnd) {

        static RebuildStatus of(RebuildProgress progress) {
            return new RebuildStatus(
                    progress.phase(),
                    progress.since(),
                    progress.facts(),
                    progress.total(),
                    progress.factsPerSecond(),
                    progress.expectedEnd());
        }
    }

    public record PreviousStatus(int revision, long position) {}

    public static ReadModelStatus of(ReadModel model, long head) {
        List<SegmentProgress> segments = model.live().progress();
        long position =
                segments.stream().mapToLong(SegmentProgress::position).min().orElse(0);
        long lag = Math.max(0, head - position);
        Condition condition = model.condition();
        Optional<Condition.Stopped> stopped =
                condition instanceof Condition.Stopped it ? Optional.of(it) : Optional.empty();
        return new ReadModelStatus(
                model.name(),
                position,
                head,
                lag,
                state(condition, lag),
                segments.stream().mapToInt(SegmentProgress::revision).min().orElse(0),
                model.projection().revision(),
                model.otherwiseMade().isPresent(),
                segments.stream()
                        .map(it -> new SegmentStatus(it.segment().number(), it.position()))
                        .toList(),
                model.live().parked().count(),
                model.rebuilding().map(RebuildStatus::of),
                model.rebuildFault(),
                previous(model.previous()),
                stopped.flatMap(Condition.Stopped::position),
                stopped.flatMap(Condition.Stopped::event),
                stopped.map(Condition.Stopped::reason));
    }

    private static State state(Condition condition, long lag) {
        return switch (condition) {
            case Condition.Following _ -> lag == 0 ? State.UP_TO_DATE : State.CATCHING_UP;
            case Condition.Rebuilding _ -> State.REBUILDING;
            case Condition.Outdated _ -> State.OUTDATED;
            case Condition.Stopped _ -> State.STOPPED;
        };
    }

    private static Optional<PreviousStatus> previous(Copy previous) {
        return previous.progressIfThere().stream()
                .min(Comparator.comparingLong(SegmentProgress::position))
                .map(furthestBehind -> new PreviousStatus(furthestBehind.revision(), furthestBehind.position()));
    }
}
