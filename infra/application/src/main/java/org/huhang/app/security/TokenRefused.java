package org.huhang.app.security;

import org.huhang.kernel.refusal.Refusal;
import org.springframework.security.core.AuthenticationException;

/** A token that is genuine, and of no use here all the same; its holder is told why. */
final class TokenRefused extends AuthenticationException {

    private final transient Refusal refusal;

    TokenRefused(Refusal refusal) {
        super(refusal.code().name());
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
