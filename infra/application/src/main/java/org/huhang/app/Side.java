package org.huhang.app;

/** Which sides of the application run in this process: {@code huhang.role}. */
public enum Side {
    ALL,
    COMMAND,
    QUERY;

    public boolean commands() {
        return this != QUERY;
    }

    public boolean queries() {
        return this != COMMAND;
    }
}
