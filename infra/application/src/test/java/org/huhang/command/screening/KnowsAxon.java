package org.huhang.command.screening;

import org.axonframework.commandhandling.CommandBus;

/** Breaks a rule of the architecture on purpose. */
public final class KnowsAxon {
    private CommandBus bus;
}
