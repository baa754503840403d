package org.huhang.command.port;

/** What became of a change: it has its {@link Answer}, for the caller to be told, or has to be decided anew. */
public sealed interface Settlement {

    /** It is settled, or was before under the same key: then this is the answer given at that time. */
    record Answered(Answer answer) implements Settlement {}

    /** Another change came first, or what was decided on is no longer there. Nothing was recorded: decide anew. */
    record Overtaken() implements Settlement {}

    /** A document of its facts belongs to another case, nothing was recorded. */
    record DocumentHeld() implements Settlement {}
}
