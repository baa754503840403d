package org.huhang.app.security.revocation;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What an operator asks to have refused: one token, or the tokens of one account. See {@link Revocation}. */
record Revoke(
        Optional<String> tokenId,
        Optional<String> subject,
        Optional<Instant> issuedBefore,
        Optional<Instant> until,
        Optional<String> reason) {

    /** @param names of an account: whether it could not come back with a new token */
    boolean keepsOut(Set<String> names, Instant now) {
        return subject.filter(names::contains).isPresent()
                && issuedBefore.map(end -> end.isAfter(now)).orElse(true);
    }
}
