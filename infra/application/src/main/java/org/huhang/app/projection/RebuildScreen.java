package org.huhang.app.projection;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.huhang.app.start.Progress;
import org.huhang.projection.ReadModel;
import org.huhang.projection.ReadModelCatalogue;
import org.huhang.projection.RebuildProgress;
import org.springframework.context.SmartLifecycle;

/** Shows whoever watches the terminal how far the rebuilds under way have come, in one line for all of them. */
public final class RebuildScreen implements SmartLifecycle {

    private static final Duration LOOK = Duration.ofMillis(500);

    private final ReadModelCatalogue models;
    private final Progress progress;
    private final boolean watched;
    private ScheduledExecutorService screen;
    private String title = "";
    private long total;

    public RebuildScreen(ReadModelCatalogue models, Progress progress, boolean watched) {
        this.models = models;
        this.progress = progress;
        this.watched = watched;
    }

    @Override
    public void start() {
        screen = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("rebuild-screen").daemon().factory());
        if (watched) {
            screen.scheduleWithFixedDelay(this::show, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void stop() {
        screen.shutdownNow();
        screen = null;
    }

    @Override
    public boolean isRunning() {
        return screen != null;
    }

    /** One look. */
    public void show() {
        List<ReadModel> rebuilt = models.all().stream()
                .filter(model -> model.rebuilding().isPresent())
                .toList();
        String now = rebuilt.stream().map(ReadModel::name).collect(Collectors.joining(", ", "Rebuilding ", ""));
        if (!now.equals(title)) {
            end();
            title = now;
            progress.begin(now);
        }
        if (!rebuilt.isEmpty()) {
            List<RebuildProgress> progresses = rebuilt.stream()
                    .flatMap(model -> model.rebuilding().stream())
                    .toList();
            total = progresses.stream().mapToLong(RebuildProgress::total).sum();
            long done = progresses.stream().mapToLong(RebuildProgress::facts).sum();
            // The last step is the swap, after the last fact: the line ends when nothing is under way any more.
            progress.reached(Math.min(done, Math.max(0, total - 1)), total);
        }
    }

    private void end() {
        if (total > 0) {
            progress.reached(total, total);
            total = 0;
        }
    }
}
