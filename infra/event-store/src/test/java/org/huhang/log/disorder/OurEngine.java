package org.huhang.log.disorder;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huhang.command.port.Answer;
import org.huhang.command.port.Change;
import org.huhang.command.port.Settlement;
import org.huhang.command.port.StreamStore;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.CaseId;
import org.huhang.log.testing.OneProcess;
import org.huhang.log.testing.Samples;

/** The log as commands and projections have it: settled through the process's one writer, read in batches. */
record OurEngine(OneProcess process) implements Engine {

    private static final int BATCH = 1000;

    @Override
    public void commit(UUID stream) {
        CaseId caseId = new CaseId(stream);
        Settlement outcome = process.get(StreamStore.class)
                .settle(new Change(
                        List.of(new Change.Part(CaseState.unregistered(caseId), List.of(Samples.registered()))),
                        Samples.OFFICER,
                        Samples.NOON,
                        Optional.empty(),
                        new Answer.Done(caseId.stream(), 0, 0, List.of("ChildRegistered"), List.of())))
                .join();
        if (!(outcome instanceof Settlement.Answered)) {
            throw new IllegalStateException("A new case was not written: " + outcome);
        }
    }

    @Override
    public Reader reader() {
        return new Reader() {

            private final EventLog log = process.log();
            private long position = 0;

            @Override
            public List<UUID> next() {
                List<Recorded> facts = log.after(position, BATCH);
                if (!facts.isEmpty()) {
                    position = facts.getLast().position();
                }
                return facts.stream().map(fact -> fact.caseId().value()).toList();
            }
        };
    }
}
