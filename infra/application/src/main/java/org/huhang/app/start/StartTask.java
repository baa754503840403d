package org.huhang.app.start;

/**
 * Something to be done once the application answers and before its start screen is shown. Every bean of this type is run,
 * in the order of {@code @Order}, at every start: it finds out by itself whether there is anything left to do. One that
 * fails ends the application.
 */
public interface StartTask {

    void run(Progress progress);
}
