package org.huhang.bench.load;

/** What a caller asks for. */
public enum Operation {
    /** Register a child nobody has heard of, with an identity card. */
    OPEN,

    /**
     * Record a home visit on one of the cases there are, at random. A visit is what officers record most; it is decided
     * from state and policy (age, cadence), is never refused, and three read models take it in.
     */
    ADD,

    /** Nothing, behind the same authentication. */
    EMPTY,

    /** An ordinary office: {@link #ADD}, a page of the ledger, one case; a third each. */
    OFFICE,

    /** Half {@link #OPEN}, half {@link #ADD}: what warms up everything. */
    MIXED
}
