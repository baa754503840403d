package org.huhang.command.port;

import java.util.Optional;

/** Answers already given, by idempotency key. */
public interface GivenAnswers {

    /** The answer kept under a key, without claiming it. */
    Optional<Answer> find(String owner, String key);
}
