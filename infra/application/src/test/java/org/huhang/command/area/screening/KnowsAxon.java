package org.huhang.command.area.screening;

import org.axonframework.commandhandling.CommandBus;

/** Breaks a rule of the architecture on purpose. */
public final class KnowsAxon {
    private CommandBus bus;
}
