package org.huhang.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final Pace pace = new Pace();
    private long newest = 1_000_000;
    private long nanos = System.nanoTime();

    @Test
    void facts_are_gathered_only_while_the_log_grows_fast() {
        assertThat(pausesAt(500)).as("a lively hour").containsOnly(Duration.ZERO);
        pausesAt(800);
        assertThat(pausesAt(800)).as("a little more").containsOnly(Duration.ofMillis(20));
        assertThat(pausesAt(3_000)).contains(Duration.ofMillis(250));
        assertThat(pausesAt(3_000)).as("all the time").containsOnly(Duration.ofMillis(250));
        pausesAt(500);
        assertThat(pausesAt(500)).as("soon after").containsOnly(Duration.ZERO);
    }

    /** A second of it, looked at every 10 ms. */
    private Set<Duration> pausesAt(int factsASecond) {
        Set<Duration> pauses = new TreeSet<>();
        for (int look = 0; look < 100; look++) {
            newest += factsASecond / 100;
            nanos += Duration.ofMillis(10).toNanos();
            pauses.add(pace.pause(newest, nanos));
        }
        return pauses;
    }
}
