package org.huhang.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.huhang.app.database.Cluster;

/** The screening lists a client handed in, and which of them it was told were taken: those are promised to be carried over. */
final class ListsTaken {

    private static final String CARRIED_OVER =
            "SELECT count(*) FROM imports.job WHERE state = 'DONE' AND imported = " + Victim.ROWS;

    private final AtomicInteger last = new AtomicInteger();
    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    /** Number of a list that nobody has handed in yet. */
    int next() {
        return last.incrementAndGet();
    }

    void hear(String line) {
        if (line.startsWith("taken ") && line.endsWith(Heard.END)) {
            taken.add("list-" + line.split(" ")[1]);
        }
    }

    /** Each from its first row to its last, also those whose client was not told any more. */
    void requireCarriedOver(Cluster cluster) {
        assertThat(cluster.count("SELECT count(*) FROM imports.job WHERE state <> 'RECEIVING'"))
                .isEqualTo(cluster.count(CARRIED_OVER));
        assertThat(taken)
                .isNotEmpty()
                .allMatch(list -> cluster.count(CARRIED_OVER + " AND request_id = '" + list + "'") == 1);
    }
}
