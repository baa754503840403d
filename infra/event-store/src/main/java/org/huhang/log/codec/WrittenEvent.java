package org.huhang.log.codec;

/** A fact as the log writes it: by name and revision, never by class. */
public record WrittenEvent(String name, int revision, String payload) {}
