package org.huhang.command.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.UUID;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.log.RequestId;
import org.springframework.context.ApplicationContext;

/** Hands a list in as the controller does, for processes that serve no HTTP. */
public final class HandedIn {

    private HandedIn() {}

    /** @return the job's id: from here on the list is promised to be carried over */
    public static UUID to(ApplicationContext application, byte[] list, Actor by, String requestId) throws IOException {
        return application
                .getBean(Intake.class)
                .take(new ByteArrayInputStream(list), "list.csv", false, by, new RequestId(requestId))
                .id();
    }
}
