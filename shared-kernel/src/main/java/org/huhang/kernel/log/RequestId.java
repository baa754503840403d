package org.huhang.kernel.log;

import java.util.Optional;

/**
 * Names one HTTP request through logs, facts and answers.
 *
 * @param value made up by the server for each request
 * @param given what the caller calls it in {@code X-Request-Id}, where that is sane; nobody else vouches for it, and
 *     several requests, of several callers, may bear the same
 */
public record RequestId(String value, Optional<String> given) {

    public RequestId(String value) {
        this(value, Optional.empty());
    }
}
