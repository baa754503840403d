package org.huhang.command.axon;

import org.huhang.command.port.Answer;

/**
 * What a handler gives back over the bus. Positions are given out while the unit of work commits, after the handler has
 * returned; so the answer is filled in then, and read once the command is through.
 */
final class Reply {

    private volatile Answer answer;

    static Reply with(Answer answer) {
        Reply reply = new Reply();
        reply.give(answer);
        return reply;
    }

    void give(Answer answer) {
        this.answer = answer;
    }

    /** @throws IllegalStateException while the unit of work has not committed */
    Answer answer() {
        if (answer == null) {
            throw new IllegalStateException("The command is not through yet");
        }
        return answer;
    }
}
