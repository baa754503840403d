package org.huhang.log.identity;

import java.util.function.Supplier;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.PessimisticLockingFailureException;

/** Two transactions that stood in each other's way: PostgreSQL ended one, and it may simply be tried again. */
public final class Contention {

    private Contention() {}

    /** @throws ConcurrencyException where PostgreSQL broke a deadlock or gave up on a lock */
    public static <T> T orConflict(Supplier<T> work) {
        try {
            return work.get();
        } catch (PessimisticLockingFailureException e) {
            throw new ConcurrencyException(
                    "Another transaction stood in the way: " + e.getClass().getSimpleName());
        }
    }
}
