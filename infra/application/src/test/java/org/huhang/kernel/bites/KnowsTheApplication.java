package org.huhang.kernel.bites;

import org.huhang.app.HuhangApplication;

/** Breaks a rule of the architecture on purpose. */
public final class KnowsTheApplication {
    private HuhangApplication application;
}
