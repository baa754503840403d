package org.huhang.command.imports;

import java.util.Map;
import org.huhang.command.imports.ImportJournal.Unfinished;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * How much may wait to be carried over: so many lists an account, so many bytes in all. A county may take a quarter of these,
 * but always one list of the largest size.
 */
@Component
class IntakeLimits {

    private static final int SHARES = 4;

    private final ImportJournal journal;
    private final int lists;
    private final long bytes;
    private final long bytesOfCounty;

    IntakeLimits(
            ImportJournal journal,
            @Value("${huhang.import.waiting-per-account:5}") int lists,
            @Value("${huhang.import.waiting-size:8GB}") DataSize waiting,
            @Value("${huhang.import.max-size:1GB}") DataSize largest) {
        this.journal = journal;
        this.lists = lists;
        this.bytes = waiting.toBytes();
        this.bytesOfCounty = Math.max(waiting.toBytes() / SHARES, largest.toBytes());
    }

    /** @throws Refused {@code TOO_MANY_IMPORTS}, {@code NO_ROOM_FOR_IMPORTS} */
    void requireRoomForOneMore(Actor actor) {
        Unfinished there = journal.unfinished(actor);
        require(there.lists() < lists, there.bytesOfCounty() < bytesOfCounty && there.bytes() < bytes);
    }

    /** While a list arrives; what has come of it counts. Two that began at the same moment may both be refused. */
    void requireNoMoreThanRoom(Actor actor) {
        Unfinished there = journal.unfinished(actor);
        require(there.lists() <= lists, there.bytesOfCounty() <= bytesOfCounty && there.bytes() <= bytes);
    }

    private void require(boolean few, boolean small) {
        if (!few) {
            throw new Refused(Refusal.of(RefusalCode.TOO_MANY_IMPORTS, Map.of("most", Integer.toString(lists))));
        }
        if (!small) {
            throw new Refused(RefusalCode.NO_ROOM_FOR_IMPORTS);
        }
    }
}
