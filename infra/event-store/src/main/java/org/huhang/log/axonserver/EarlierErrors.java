package org.huhang.log.axonserver;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huhang.command.port.IdentityIndex;
import org.huhang.kernel.area.file.FileEvent.CaseClosed;
import org.huhang.kernel.area.file.FileEvent.CaseReopened;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.stream.StreamId;
import org.huhang.log.read.LogScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Cases that were closed as registered in error and followed by a version of Huhang that left them their documents. They are
 * looked for once, in what had been followed by then.
 */
final class EarlierErrors {

    private final JdbcClient client;
    private final TransactionTemplate transaction;
    private final IdentityIndex identities;
    private final LogScan scan;

    EarlierErrors(JdbcClient client, TransactionTemplate transaction, IdentityIndex identities, LogScan scan) {
        this.client = client;
        this.transaction = transaction;
        this.identities = identities;
        this.scan = scan;
    }

    /** To be called before the log is followed any further. */
    void follow() throws InterruptedException {
        while (!known()) {
            long position = client.sql("SELECT position FROM axonserver.head")
                    .query(Long.class)
                    .single();
            Map<StreamId, Recorded> last = lastOfLives(position);
            transaction.executeWithoutResult(_ -> write(position, List.copyOf(last.values())));
        }
    }

    private boolean known() {
        return client.sql("SELECT errors_known FROM axonserver.head")
                .query(Boolean.class)
                .single();
    }

    private Map<StreamId, Recorded> lastOfLives(long upTo) throws InterruptedException {
        Map<StreamId, Recorded> last = new HashMap<>();
        LogScan.Wanted lives =
                new LogScan.Wanted(type -> type == CaseClosed.class || type == CaseReopened.class, false, 0, 1);
        scan.scan(0, upTo, lives, (facts, _) -> facts.forEach(fact -> last.put(fact.stream(), fact)));
        return last;
    }

    /** Does nothing where another process has been here. */
    private void write(long position, List<Recorded> last) {
        int ours = client.sql("UPDATE axonserver.head SET errors_known = true WHERE NOT errors_known AND position ="
                        + " :position")
                .param("position", position)
                .update();
        if (ours == 1) {
            last.forEach(fact -> identities.follow(fact.stream(), List.of(fact.event())));
        }
    }
}
