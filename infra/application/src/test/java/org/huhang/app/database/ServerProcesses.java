package org.huhang.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The processes of one PostgreSQL server as they are now.
 *
 * @param all the postmaster first
 */
record ServerProcesses(List<ProcessHandle> all) {

    /** @return empty when it does not run any more */
    static Optional<ServerProcesses> of(Postmaster last) {
        return ProcessHandle.of(last.process())
                .map(postmaster -> new ServerProcesses(Stream.concat(Stream.of(postmaster), postmaster.descendants())
                        .toList()));
    }

    /** Its other processes see that it is gone and end by themselves; returns then. */
    void killPostmaster(Duration longest) {
        all.getFirst().destroyForcibly();
        long deadline = System.nanoTime() + longest.toNanos();
        while (all.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        assertThat(all).noneMatch(ProcessHandle::isAlive);
    }

    /** Nothing where there is no such process any more. */
    void kill(long one) {
        all.stream().filter(process -> process.pid() == one).forEach(ProcessHandle::destroyForcibly);
    }

    /** Whoever has ended meanwhile is passed over. */
    void signal(String signal) {
        List<String> line = new ArrayList<>(List.of("kill", signal));
        all.forEach(process -> line.add(Long.toString(process.pid())));
        try {
            new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
