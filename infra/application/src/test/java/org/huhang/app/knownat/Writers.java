package org.huhang.app.knownat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.huhang.app.testing.RunningApplication;

/** Officers of two counties who carry on cases, pass them to each other and end them, until they are told to stop. */
final class Writers implements AutoCloseable {

    private final AtomicBoolean working = new AtomicBoolean(true);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final List<Thread> threads = new ArrayList<>();

    /**
     * @param busy a case that all of them visit again and again
     * @param moving a case that one of them moves to and fro between the counties
     */
    static Writers at(List<RunningApplication> applications, String busy, String moving, LocalDate today) {
        Writers writers = new Writers();
        for (RunningApplication application : applications) {
            Officer here = new Officer(application, Officer.HERE, today);
            Officer there = new Officer(application, Officer.THERE, today);
            for (int number = 0; number < 2; number++) {
                writers.goesOn(() -> {
                    here.story(there);
                    here.command(busy, "record-visit", here.visit(today));
                });
            }
        }
        Officer here = new Officer(applications.getFirst(), Officer.HERE, today);
        Officer there = new Officer(applications.getLast(), Officer.THERE, today);
        writers.goesOn(() -> {
            here.move(moving, Officer.VILLAGE_THERE, today);
            there.command(moving, "record-visit", there.visit(today));
            there.move(moving, Officer.VILLAGE, today);
            here.command(moving, "reassess-key-care", here.risk("LOW"));
        });
        return writers;
    }

    private void goesOn(Runnable work) {
        threads.add(Thread.ofPlatform().daemon().start(() -> {
            try {
                while (working.get()) {
                    work.run();
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            }
        }));
    }

    @Override
    public void close() throws InterruptedException {
        working.set(false);
        for (Thread thread : threads) {
            thread.join();
        }
        if (failure.get() != null) {
            throw new AssertionError("A writer failed", failure.get());
        }
    }
}
