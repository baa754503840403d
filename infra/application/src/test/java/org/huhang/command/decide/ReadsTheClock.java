package org.huhang.command.decide;

import java.time.LocalDate;

/** Breaks a rule of the architecture on purpose. */
public final class ReadsTheClock {
    public LocalDate today() {
        return LocalDate.now();
    }
}
