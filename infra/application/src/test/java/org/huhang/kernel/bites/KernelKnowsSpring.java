package org.huhang.kernel.bites;

import org.springframework.context.ApplicationContext;

/** Breaks a rule of the architecture on purpose. */
public final class KernelKnowsSpring {
    private ApplicationContext context;
}
