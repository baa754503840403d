package org.huhang.app.database;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.SpringApplication;

/**
 * The servers this process has started and not yet stopped. They are processes of their own, so an end of this one that
 * closes no bean (a start that fails half-way, {@code System.exit} while starting) would leave them running: what is still
 * here once the application has closed what it could is stopped then.
 */
final class RunningServers {

    private static final Set<EmbeddedDatabase> RUNNING = new HashSet<>();
    private static boolean ending;

    static {
        SpringApplication.getShutdownHandlers().add(RunningServers::end);
    }

    private RunningServers() {}

    /** @throws IllegalStateException when this process is ending: nobody would stop what is started now */
    static void add(EmbeddedDatabase server) {
        synchronized (RUNNING) {
            if (ending) {
                throw new IllegalStateException("This process is ending");
            }
            RUNNING.add(server);
        }
    }

    static void remove(EmbeddedDatabase server) {
        synchronized (RUNNING) {
            RUNNING.remove(server);
        }
    }

    private static void end() {
        List<EmbeddedDatabase> left;
        synchronized (RUNNING) {
            ending = true;
            left = List.copyOf(RUNNING);
        }
        left.forEach(EmbeddedDatabase::close);
    }
}
