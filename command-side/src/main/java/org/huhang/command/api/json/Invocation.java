package org.huhang.command.api.json;

import java.lang.reflect.InvocationTargetException;
import org.huhang.kernel.refusal.Refused;

/** Calls what was found by reflection. */
final class Invocation {

    @FunctionalInterface
    interface Call {
        Object get() throws ReflectiveOperationException;
    }

    private Invocation() {}

    /** @throws Refused what was called refused with; everything else it throws is a fault of ours */
    static Object of(Call call) {
        try {
            return call.get();
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Refused refused ? refused : new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
