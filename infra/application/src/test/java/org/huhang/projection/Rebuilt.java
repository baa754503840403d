package org.huhang.projection;

import java.time.Duration;
import java.time.Instant;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.springframework.context.ApplicationContext;

/** Rebuilds a read model as the controller does, for processes that serve no HTTP. */
public final class Rebuilt {

    private static final Duration LONGEST_OTHER = Duration.ofMinutes(1);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private Rebuilt() {}

    /** Returns when the new copy is in place. One that is under way, because a killed process had left it, is let end first. */
    public static void in(ApplicationContext application, String readModel) throws InterruptedException {
        Instant deadline = Instant.now().plus(LONGEST_OTHER);
        while (true) {
            try {
                application.getBean(Rebuilds.class).begin(readModel).join();
                return;
            } catch (Refused underWay) {
                if (underWay.refusal().code() != RefusalCode.READ_MODEL_REBUILDING
                        || Instant.now().isAfter(deadline)) {
                    throw underWay;
                }
                Thread.sleep(LOOK_AGAIN);
            }
        }
    }
}
