package org.huhang.app;

import java.util.Locale;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Reads {@code huhang.role} before any bean exists. */
final class SideCondition {

    private SideCondition() {}

    static final class Commands implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return side(context.getEnvironment()).commands();
        }
    }

    static final class Queries implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return side(context.getEnvironment()).queries();
        }
    }

    private static Side side(Environment environment) {
        String role = environment.getProperty("huhang.role", "all");
        try {
            return Side.valueOf(role.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new CannotStart("huhang.role is \"" + role + "\": it must be all, command or query.");
        }
    }
}
