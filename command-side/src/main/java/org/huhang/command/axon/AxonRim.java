package org.huhang.command.axon;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Repository;
import org.huhang.command.port.CaseCommands;
import org.huhang.command.port.CaseStates;
import org.huhang.command.port.IdentityIndex;
import org.huhang.command.port.KnownCases;
import org.huhang.command.port.Receipts;
import org.huhang.kernel.log.CaseLog;
import org.huhang.kernel.policy.PolicyBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * All that Axon does on the command side: carry commands, load cases, append facts. Needs a command bus whose units of
 * work open a transaction, and an event store.
 */
@Configuration(proxyBeanMethods = false)
public class AxonRim {

    @Bean
    public Repository<ChildCase> childCases(EventStore eventStore) {
        return EventSourcingRepository.builder(ChildCase.class)
                .aggregateFactory(new ChildCaseFactory())
                .eventStore(eventStore)
                .build();
    }

    @Bean
    public CaseStates caseStates(CaseLog log) {
        return new LoggedCaseStates(log);
    }

    @Bean
    public CaseCommandHandler caseCommandHandler(
            Repository<ChildCase> childCases,
            Receipts receipts,
            IdentityIndex index,
            CaseLog log,
            CaseStates states,
            PolicyBook policies,
            CommandBus commandBus) {
        Cases cases = new Cases(childCases);
        KnownCases known = new KnownCases(states, policies.divisions());
        Settlement settlement = new Settlement(receipts, index, log, known);
        CaseCommandHandler handler = new CaseCommandHandler(cases, receipts, settlement, log, policies);
        handler.subscribeTo(commandBus);
        return handler;
    }

    /** Depends on the handler, so that whoever can send finds every command routed. */
    @Bean
    public CaseCommands caseCommands(CommandBus commandBus, CaseCommandHandler handler) {
        return new AxonCaseCommands(commandBus);
    }
}
