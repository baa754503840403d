package org.huhang.app.start;

import java.io.Console;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** What happens between the opening of the port and the start screen. */
@Component
final class StartSequence implements ApplicationRunner {

    private final List<StartTask> tasks;
    private final StartGate gate;
    private final StartScreen screen;

    StartSequence(List<StartTask> tasks, StartGate gate, StartScreen screen) {
        this.tasks = tasks;
        this.gate = gate;
        this.screen = screen;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Console console = System.console();
        Progress progress = new Progress(System.out, console != null && console.isTerminal());
        tasks.forEach(task -> task.run(progress));
        gate.open();
        System.out.println(screen.text());
    }
}
