package org.huhang.app.fuzz;

/** How a request is meant. */
enum Mood {
    /** As the document asks for it, by somebody who may. */
    VALID,
    /** As the document asks for it but for one thing. */
    NEARLY_VALID,
    /** Nothing the document would ask for. */
    HOSTILE;

    static Mood of(Dice dice) {
        int toss = dice.below(100);
        return toss < 50 ? VALID : toss < 80 ? NEARLY_VALID : HOSTILE;
    }
}
