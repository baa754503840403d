package org.huhang.app.projection;

import java.util.Optional;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.huhang.log.LogMessages;

/** Where Axon's processor meets a projection: each batch is one transaction, each failure stops it in full view. */
final class Follower implements EventHandlerInvoker, ErrorHandler {

    private static final String FACTS = "huhang.facts";

    private final ReadModel model;

    Follower(ReadModel model) {
        this.model = model;
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        UnitOfWork<?> unit = CurrentUnitOfWork.get().root();
        FactsInOrder facts = unit.getOrComputeResource(FACTS, key -> {
            unit.afterCommit(done -> model.moved());
            return FactsInOrder.into(model, model.schema());
        });
        facts.apply(LogMessages.recorded((TrackedEventMessage<?>) message));
    }

    @Override
    public void handleError(ErrorContext context) {
        CannotApply fault =
                switch (context.error()) {
                    case CannotApply it -> it;
                    case Throwable other -> new CannotApply(Optional.empty(), Faults.of(other));
                };
        model.stopped(fault.fact(), fault.getMessage());
        throw fault;
    }
}
