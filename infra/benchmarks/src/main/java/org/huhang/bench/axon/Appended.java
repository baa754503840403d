package org.huhang.bench.axon;

import java.util.OptionalLong;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** How far the log reaches once a unit of work has appended to it: told by the storage engine, asked by the answer. */
final class Appended {

    private static final String POSITION = "huhang.position";

    private Appended() {}

    static void upTo(long position, UnitOfWork<?> unit) {
        unit.root().resources().put(POSITION, position);
    }

    static OptionalLong by(UnitOfWork<?> unit) {
        return unit.root().getResource(POSITION) instanceof Long position
                ? OptionalLong.of(position)
                : OptionalLong.empty();
    }
}
