package org.huhang.app.security.provider;

import com.nimbusds.jose.KeySourceException;

/** The provider's keys cannot be had, so that nothing is known of a token: neither that it is good nor that it is bad. */
public final class NoKeys extends KeySourceException {

    /** @param why for the operator: follows "the provider …", e.g. {@code cannot be connected to} */
    NoKeys(String why) {
        super(why);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
