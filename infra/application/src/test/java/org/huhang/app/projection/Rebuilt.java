package org.huhang.app.projection;

import org.springframework.context.ApplicationContext;

/** Rebuilds a read model as the controller does, for processes that serve no HTTP. */
public final class Rebuilt {

    private Rebuilt() {}

    /** Returns when the new copy is in place. */
    public static void in(ApplicationContext application, String readModel) {
        application.getBean(Rebuilds.class).begin(readModel).join();
    }
}
