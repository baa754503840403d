package org.huhang.query.casefile;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.huhang.kernel.log.Recorded;
import org.huhang.query.api.Knowledge;
import org.huhang.query.kit.Growth;

/** Questions as a caller writes them, of a log that holds a case's history and nothing else, asked when all days are past. */
final class Asked {

    private static final InstantSource LAST_DAY = InstantSource.fixed(Instant.parse("9999-12-31T00:00:00Z"));

    private Asked() {}

    static Question of(String knownAt, String effectiveAt, List<Recorded> history) {
        Growth growth = new Growth(() -> history.stream().map(Growth::of).toList(), LAST_DAY);
        Knowledge knowledge = new Knowledge(growth, LAST_DAY);
        return new Question(knowledge.upTo("knownAt", knownAt), knowledge.day("effectiveAt", effectiveAt));
    }
}
