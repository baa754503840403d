package org.huhang.log.codec;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** Every upcaster there is, chained by event and revision. */
public final class Upcasters {

    private record Step(String event, int from) {}

    private final Map<Step, Upcaster> steps;

    public Upcasters(List<Upcaster> upcasters) {
        this.steps = upcasters.stream()
                .collect(Collectors.toUnmodifiableMap(u -> new Step(u.event(), u.from()), Function.identity()));
    }

    /** Those of Huhang: no event has had a second revision yet. Whatever reads the log asks here, and nowhere else. */
    public static Upcasters none() {
        return new Upcasters(List.of());
    }

    /** @throws UnreadableEvent when a step is missing, or the fact is of a later revision than this build knows */
    ObjectNode lift(String event, int from, int to, ObjectNode payload) {
        if (from > to) {
            throw new UnreadableEvent(event, from, "was written by a later version of Huhang");
        }
        ObjectNode lifted = payload;
        for (int revision = from; revision < to; revision++) {
            Upcaster step = steps.get(new Step(event, revision));
            if (step == null) {
                throw new UnreadableEvent(event, from, "has no upcaster from revision " + revision);
            }
            lifted = step.lift(lifted);
        }
        return lifted;
    }
}
