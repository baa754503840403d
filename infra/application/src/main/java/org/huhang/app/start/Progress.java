package org.huhang.app.start;

import java.io.PrintStream;

/** Shows on the console how far something long has come: one line that moves on a terminal, a few lines elsewhere. */
public final class Progress {

    private static final int STEPS = 10;

    private final PrintStream out;
    private final boolean terminal;
    private String title = "";
    private long lastShown = -1;

    public Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** @param title what is being done, for a reader who waits for it */
    public void begin(String title) {
        this.title = title;
        this.lastShown = -1;
    }

    /** @param done of {@code total}; the line ends when both are the same */
    public void reached(long done, long total) {
        long percent = total == 0 ? 100 : done * 100 / total;
        long shown = terminal ? percent : percent / STEPS;
        if (shown == lastShown) {
            return;
        }
        lastShown = shown;
        String line = "%s: %d %% (%d of %d)".formatted(title, percent, done, total);
        if (terminal) {
            out.print("\r" + line + (done == total ? "\n" : ""));
            out.flush();
        } else {
            out.println(line);
        }
    }
}
