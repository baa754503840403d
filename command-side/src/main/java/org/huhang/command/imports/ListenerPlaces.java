package org.huhang.command.imports;

import java.util.HashMap;
import java.util.Map;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How many may listen to the progress of imports at once: so many an account, so many in all. */
@Component
class ListenerPlaces {

    private final int mostOfAccount;
    private final int most;
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    ListenerPlaces(
            @Value("${huhang.import.listeners-per-account:10}") int mostOfAccount,
            @Value("${huhang.import.listeners:500}") int most) {
        this.mostOfAccount = mostOfAccount;
        this.most = most;
    }

    /** @throws Refused {@code TOO_MANY_LISTENERS}, {@code NO_ROOM_FOR_LISTENERS} */
    synchronized void take(Actor actor) {
        if (taken.getOrDefault(actor.id(), 0) >= mostOfAccount) {
            throw new Refused(
                    Refusal.of(RefusalCode.TOO_MANY_LISTENERS, Map.of("most", Integer.toString(mostOfAccount))));
        }
        if (all >= most) {
            throw new Refused(RefusalCode.NO_ROOM_FOR_LISTENERS);
        }
        taken.merge(actor.id(), 1, Integer::sum);
        all++;
    }

    synchronized void leave(Actor actor) {
        taken.computeIfPresent(actor.id(), (_, count) -> count == 1 ? null : count - 1);
        all--;
    }
}
