package org.huhang.log;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Who keeps the log: {@code huhang.event-store}. */
public enum LogKeeper {
    POSTGRES,
    AXON_SERVER;

    static LogKeeper of(Environment environment) {
        return Binder.get(environment)
                .bind("huhang.event-store", LogKeeper.class)
                .orElse(POSTGRES);
    }
}
