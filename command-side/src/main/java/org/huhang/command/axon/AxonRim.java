package org.huhang.command.axon;

import org.axonframework.commandhandling.CommandBus;
import org.huhang.command.port.CaseStates;
import org.huhang.command.port.CommandGateway;
import org.huhang.command.port.IdentityLookup;
import org.huhang.command.port.KnownCases;
import org.huhang.command.port.LongestWait;
import org.huhang.command.port.StreamStore;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.policy.Policies;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All that Axon does on the command side: carry commands to their handler. Needs a command bus and a {@link StreamStore}. */
@Configuration(proxyBeanMethods = false)
public class AxonRim {

    @Bean
    public CaseStates caseStates(EventLog log) {
        return new LoggedCaseStates(log);
    }

    @Bean
    public BusCommandHandler busCommandHandler(
            StreamStore store,
            IdentityLookup identities,
            EventLog log,
            CaseStates states,
            Policies policies,
            CommandBus commandBus) {
        KnownCases known = new KnownCases(states);
        BusCommandHandler handler =
                new BusCommandHandler(store, new CommandDecider(store, identities, log, known, policies), identities);
        handler.subscribeTo(commandBus);
        return handler;
    }

    /** Depends on the handler, so that whoever can send finds every command routed. */
    @Bean
    public CommandGateway commands(
            CommandBus commandBus, BusCommandHandler handler, ObjectProvider<LongestWait> longestWait) {
        return new AxonCommandGateway(
                commandBus,
                longestWait.getIfAvailable(() -> LongestWait.DEFAULT).time());
    }
}
