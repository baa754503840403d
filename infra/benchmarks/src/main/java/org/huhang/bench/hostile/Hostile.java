package org.huhang.bench.hostile;

import java.util.Map;

/** A load that one caller makes from now on. */
public interface Hostile extends AutoCloseable {

    /** How often it was answered so far, by what: e.g. {@code hostile 429}; {@code hostile cut off} where there was no answer. */
    Map<String, Double> answers();

    /** Ends it, and waits until nothing of it is left that would burden who comes next. */
    @Override
    void close() throws Exception;

    /** One that can be begun again and again. */
    @FunctionalInterface
    interface Beginning {
        Hostile begin() throws Exception;
    }
}
