package org.huhang.log.disorder;

import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.huhang.command.axon.Provenance;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.ReturnedToGuardian;
import org.huhang.kernel.log.CaseLog;
import org.huhang.kernel.log.Recorded;
import org.huhang.log.testing.OneProcess;
import org.huhang.log.testing.Samples;

/** The log: written by the process's one writer, read as projections read it. */
record OurEngine(OneProcess process) implements Engine {

    private static final int BATCH = 1000;

    @Override
    public void commit(UUID stream) {
        process.get(EventStorageEngine.class)
                .appendEvents(new GenericDomainEventMessage<>(
                        "ChildCase",
                        stream.toString(),
                        0,
                        new ReturnedToGuardian(Samples.DAY),
                        new Provenance(Samples.OFFICER, Samples.NOON).asMetaData()));
    }

    @Override
    public Reader reader() {
        return new Reader() {

            private final CaseLog log = process.log();
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
