package org.huhang.app.security.revocation;

import java.time.Instant;
import java.util.Optional;

/**
 * That tokens are refused, though they are genuine and have not expired.
 *
 * @param tokenId the one token with this {@code jti}; or else
 * @param subject every token of this account
 * @param issuedBefore of the account's tokens, only those issued before
 * @param until when it ends by itself
 * @param inForce neither lifted nor ended
 * @param requestId of the request by which it was revoked
 */
record Revocation(
        long id,
        Optional<String> tokenId,
        Optional<String> subject,
        Optional<Instant> issuedBefore,
        Optional<Instant> until,
        Optional<String> reason,
        boolean inForce,
        String revokedBy,
        Instant revokedAt,
        String requestId,
        Optional<Lifting> lifted) {

    /** Who ended it, when and by which request. */
    record Lifting(String by, Instant at, String requestId) {}

    /**
     * Whether it means a token of its subject.
     *
     * @param issuedAt null where the token does not say: it may be an old one then
     */
    boolean meansIssuedAt(Instant issuedAt) {
        return issuedBefore
                .map(end -> issuedAt == null || issuedAt.isBefore(end))
                .orElse(true);
    }

    boolean lastsBeyond(Instant now) {
        return until.map(end -> end.isAfter(now)).orElse(true);
    }
}
