package org.huhang.app.start;

/**
 * Something to be done once everything runs, but before {@code /api} is open and the start screen is shown. Every bean of this type is run,
 * in the order of {@code @Order}, at every start: it finds out by itself whether there is anything left to do. One that
 * fails ends the application.
 */
public interface StartTask {

    void run(Progress progress);
}
