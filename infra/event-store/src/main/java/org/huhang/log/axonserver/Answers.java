package org.huhang.log.axonserver;

import java.util.List;
import org.huhang.command.port.Answer;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.log.Recorded;

/** What a command answered, told from its facts. */
final class Answers {

    private Answers() {}

    /** @param facts all of one command, in order */
    static Answer.Done of(Trace.Keyed keyed, List<Recorded> facts) {
        List<Recorded> own = facts.stream()
                .filter(fact -> fact.stream().equals(keyed.stream()))
                .toList();
        return new Answer.Done(
                keyed.stream(),
                own.getLast().version(),
                facts.getLast().position(),
                own.stream()
                        .map(fact -> EventCatalogue.name(fact.event().getClass()))
                        .toList(),
                keyed.lookalikes());
    }
}
