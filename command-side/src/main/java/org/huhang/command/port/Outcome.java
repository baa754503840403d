package org.huhang.command.port;

/** What became of a change. */
public sealed interface Outcome {

    /** It is settled, or was before under the same key: then this is the answer given at that time. */
    record Answered(Answer answer) implements Outcome {}

    /** Another change came first, or what was decided on is no longer there. Nothing was recorded: decide anew. */
    record Overtaken() implements Outcome {}

    /** A document of its facts belongs to another case, nothing was recorded. */
    record DocumentHeld() implements Outcome {}
}
