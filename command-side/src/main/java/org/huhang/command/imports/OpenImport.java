package org.huhang.command.imports;

import java.util.UUID;

/**
 * One job that this process has taken up.
 *
 * <p>Asked to leave, it lets go at its next row, so that it can be taken up at once by whoever has room.
 */
final class OpenImport {

    private final ImportJob job;
    private final UUID runner;
    private volatile boolean toLeave;
    private volatile long rows;

    /** @param runner as it was claimed by; no other claim has the same, for a process may claim a job again that it has lost */
    OpenImport(ImportJob job, UUID runner) {
        this.job = job;
        this.runner = runner;
    }

    ImportJob job() {
        return job;
    }

    UUID runner() {
        return runner;
    }

    void leave() {
        toLeave = true;
    }

    boolean isToLeave() {
        return toLeave;
    }

    /** @param kept rows since it was taken up */
    void cameOn(long kept) {
        rows = kept;
    }

    long rows() {
        return rows;
    }
}
