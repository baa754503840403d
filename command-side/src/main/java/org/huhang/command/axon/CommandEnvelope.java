package org.huhang.command.axon;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.huhang.command.ask.Command;
import org.huhang.command.ask.CommandCatalogue;
import org.huhang.command.port.CommandGateway.Request;

/**
 * A request as a message on the command bus: the command, by whose stable name the bus finds its handler, and the request
 * itself beside it. As it is, not as text: the bus never leaves the process, since what is given back, a future, cannot.
 */
final class CommandEnvelope {

    private static final String REQUEST = "request";

    private CommandEnvelope() {}

    static CommandMessage<Command> of(Request request) {
        return new GenericCommandMessage<>(
                new GenericMessage<>(request.command(), MetaData.with(REQUEST, request)),
                CommandCatalogue.name(request.command().getClass()));
    }

    /** @throws IllegalArgumentException for a message of another kind */
    static Request open(CommandMessage<?> message) {
        if (message.getMetaData().get(REQUEST) instanceof Request request) {
            return request;
        }
        throw new IllegalArgumentException("A command without its request cannot be attributed to anybody");
    }
}
