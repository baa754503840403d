package org.huhang.app.start;

import java.io.Console;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** What happens between the first answer the application can give and the start screen. */
@Component
final class StartSequence implements ApplicationRunner {

    private final List<StartTask> tasks;
    private final StartScreen screen;

    StartSequence(List<StartTask> tasks, StartScreen screen) {
        this.tasks = tasks;
        this.screen = screen;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Console console = System.console();
        Progress progress = new Progress(System.out, console != null && console.isTerminal());
        tasks.forEach(task -> task.run(progress));
        System.out.println(screen.text());
    }
}
