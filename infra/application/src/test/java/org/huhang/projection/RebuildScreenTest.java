package org.huhang.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.huhang.app.projection.RebuildScreen;
import org.huhang.app.start.Progress;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

class RebuildScreenTest {

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final ReadModelCatalogue models = new ReadModelCatalogue(
            List.of(new BreakableProjection()),
            JdbcClient.create(new SimpleDriverDataSource()),
            InstantSource.system());
    private final RebuildScreen screen = new RebuildScreen(
            models, new Progress(new PrintStream(terminal, true, StandardCharsets.UTF_8), true), true);

    @Test
    void a_rebuild_is_one_line_that_moves_and_ends_with_it() {
        screen.show();
        assertThat(shown()).isEmpty();

        RebuildProgress progress = new RebuildProgress(InstantSource.system());
        progress.begin(2, 0, 1000);
        models.named("breakable").rebuilding(progress);
        screen.show();
        progress.read(500);
        screen.show();
        progress.read(1500);
        screen.show();
        assertThat(shown())
                .isEqualTo("\rRebuilding breakable: 0 % (0 of 1000)\rRebuilding breakable: 25 % (250 of 1000)"
                        + "\rRebuilding breakable: 99 % (999 of 1000)");

        models.named("breakable").rebuildEnded(Optional.empty());
        screen.show();
        assertThat(shown()).endsWith("\rRebuilding breakable: 100 % (1000 of 1000)\n");
    }

    private String shown() {
        return terminal.toString(StandardCharsets.UTF_8);
    }
}
