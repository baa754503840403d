package org.huhang.command.axon;

import org.axonframework.commandhandling.CommandBus;
import org.huhang.command.port.CaseCommands;
import org.huhang.command.port.CaseStates;
import org.huhang.command.port.CaseStore;
import org.huhang.command.port.IdentityLookup;
import org.huhang.command.port.KnownCases;
import org.huhang.command.port.LongestWait;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.policy.Policies;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All that Axon does on the command side: carry commands to their handler. Needs a command bus and a {@link CaseStore}. */
@Configuration(proxyBeanMethods = false)
public class AxonRim {

    @Bean
    public CaseStates caseStates(EventLog log) {
        return new LoggedCaseStates(log);
    }

    @Bean
    public CaseCommandHandler caseCommandHandler(
            CaseStore store,
            IdentityLookup identities,
            EventLog log,
            CaseStates states,
            Policies policies,
            CommandBus commandBus) {
        KnownCases known = new KnownCases(states);
        CaseCommandHandler handler =
                new CaseCommandHandler(store, new CommandDecider(store, identities, log, known, policies), identities);
        handler.subscribeTo(commandBus);
        return handler;
    }

    /** Depends on the handler, so that whoever can send finds every command routed. */
    @Bean
    public CaseCommands caseCommands(
            CommandBus commandBus, CaseCommandHandler handler, ObjectProvider<LongestWait> longestWait) {
        return new AxonCaseCommands(
                commandBus,
                longestWait.getIfAvailable(() -> LongestWait.DEFAULT).time());
    }
}
