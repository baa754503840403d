package org.huhang.command.decide;

import org.springframework.context.ApplicationContext;

/** Breaks a rule of the architecture on purpose. */
public final class KnowsSpring {
    private ApplicationContext context;
}
