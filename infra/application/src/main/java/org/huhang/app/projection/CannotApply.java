package org.huhang.app.projection;

import java.util.Optional;
import org.huhang.kernel.log.Recorded;

/** A fact that a read model could not take in. Carries no cause and no trace: either may quote the fact. */
final class CannotApply extends RuntimeException {

    private final transient Optional<Recorded> fact;

    CannotApply(Optional<Recorded> fact, String reason) {
        super(reason, null, false, false);
        this.fact = fact;
    }

    Optional<Recorded> fact() {
        return fact;
    }
}
