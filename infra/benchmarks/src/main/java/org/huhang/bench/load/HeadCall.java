package org.huhang.bench.load;

/** What is timed at the head of the log. */
public enum HeadCall {
    /** One row into a table shaped like the log's, in the log's database, and its commit. */
    COMMIT("one-row commit"),

    /** Until no append is under way that began before, and nothing else. */
    WAIT("wait"),

    /** The moment in the log that an instant means which is later than the newest fact: all that an answer as of now waits for. */
    AS_OF_NOW("as of now"),

    /** A statement that does nothing. */
    ROUND_TRIP("SELECT 1"),

    /** What the writers beside do: a home visit, decided and appended. */
    APPEND("append");

    private final String words;

    HeadCall(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
