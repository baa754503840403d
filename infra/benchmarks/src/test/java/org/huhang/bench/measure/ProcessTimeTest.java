package org.huhang.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessTimeTest {

    @Test
    void user_system_and_ended_children_are_counted_whatever_the_program_is_called() {
        String stat = "4711 (post gres) x) S 1 4711 4711 0 -1 4194560 5000 300 0 0 100 20 3 4 20 0 1 0 123 0 0";

        assertThat(ProcessTime.read(stat)).isEqualTo(Duration.ofMillis(1270));
    }

    @Test
    void what_a_process_computes_is_seen() {
        Duration before = ProcessTime.of(ProcessHandle.current());
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (ProcessTime.of(ProcessHandle.current()).equals(before)) {
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
        assertThat(ProcessTime.of(ProcessHandle.current())).isGreaterThan(before);
    }
}
