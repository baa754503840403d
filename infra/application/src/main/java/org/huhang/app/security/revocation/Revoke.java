package org.huhang.app.security.revocation;

import java.time.Instant;
import java.util.Optional;

/** What an operator asks to have refused: one token, or the tokens of one account. See {@link Revocation}. */
record Revoke(
        Optional<String> tokenId,
        Optional<String> subject,
        Optional<Instant> issuedBefore,
        Optional<Instant> until,
        Optional<String> reason) {

    /** Whether this account could not come back with a new token. */
    boolean keepsOut(String account, Instant now) {
        return subject.equals(Optional.of(account))
                && issuedBefore.map(end -> end.isAfter(now)).orElse(true);
    }
}
