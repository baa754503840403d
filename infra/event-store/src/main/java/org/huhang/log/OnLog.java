package org.huhang.log;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** A part that exists only where the log is kept so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(OnLog.Configured.class)
public @interface OnLog {

    LogKeeper value();

    /** Reads {@code huhang.event-store} before any bean exists. */
    final class Configured implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return LogKeeper.of(context.getEnvironment())
                    == metadata.getAnnotations().get(OnLog.class).getEnum("value", LogKeeper.class);
        }
    }
}
