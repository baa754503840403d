package org.huhang.app.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The newest of what was added. */
final class Recent<T> {

    private static final int MOST = 64;

    private final List<T> kept = new ArrayList<>();
    private int next;

    synchronized void add(T one) {
        if (kept.size() < MOST) {
            kept.add(one);
        } else {
            kept.set(next++ % MOST, one);
        }
    }

    synchronized Optional<T> any(Dice dice) {
        return kept.isEmpty() ? Optional.empty() : Optional.of(dice.one(kept));
    }
}
