package org.huhang.command.imports;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.huhang.command.imports.ImportJob.Tally;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.log.RequestId;
import org.huhang.kernel.refusal.Refusal;

/** Where import jobs, their files and their results are kept, so that a restart goes on where the last run stopped. */
public interface ImportJournal {

    void open(UUID job, String fileName, boolean dryRun, Actor submittedBy, RequestId requestId, Instant at);

    /** What is to be carried over, or still on its way here, beside what {@code actor} may want to hand in. */
    Unfinished unfinished(Actor actor);

    /**
     * @param lists the account's own
     * @param bytesOfCounty kept of all lists of its jurisdiction; {@code bytes} of everybody's
     */
    record Unfinished(long lists, long bytesOfCounty, long bytes) {}

    /** Keeps the next piece of the file; pieces are numbered from 0. */
    void keep(UUID job, int piece, byte[] bytes);

    /** The whole file has arrived; the job may run. */
    void received(UUID job, long bytes);

    void discard(UUID job);

    Optional<ImportJob> find(UUID job);

    /** Those of them that there are, in any order; one look. */
    List<ImportJob> find(Collection<UUID> jobs);

    /**
     * The newest first.
     *
     * @param handedInBy which of the offices that handed lists in to look at
     */
    List<ImportJob> recent(Predicate<Jurisdiction> handedInBy, int limit);

    /**
     * Takes a job that waits, or whose runner has not been heard of for {@code lease}: one of the county of which the fewest
     * are run anywhere, or which has waited longest; in it one of the account that has waited longest; of an account the
     * oldest, and none while another of its is run.
     *
     * @param runner of this one job
     */
    Optional<ImportJob> claim(UUID runner, Duration lease);

    /** Whether there is a job that {@link #claim} would give. */
    boolean isAnyWaiting(Duration lease);

    /** The file as handed in from byte {@code from} on, read piece by piece. */
    InputStream content(UUID job, long from);

    void describe(UUID job, String encoding, List<String> ignoredColumns);

    /**
     * Records results and tally together and renews the lease. Only a row more ends the count of attempts in vain.
     *
     * @return false when the job has meanwhile gone to another runner
     */
    boolean progress(UUID job, UUID runner, Tally tally, List<RowResult> results);

    /** Notes digests of what a row of a dry run would bring in. One that an earlier row brought in stays that row's. */
    void foresee(UUID job, long row, List<String> marks);

    /** Whether a row before {@code row} would bring in any of these. */
    boolean foreseen(UUID job, long row, List<String> marks);

    /** Gives a job back, to be taken up by whoever asks next. */
    void release(UUID job, UUID runner);

    /** Ends a job and lets go of its content; nothing where it has meanwhile gone to another runner. */
    void finish(UUID job, UUID runner, Optional<Refusal> failure, Instant at);

    List<RowResult> results(UUID job, long afterRow, int limit);
}
