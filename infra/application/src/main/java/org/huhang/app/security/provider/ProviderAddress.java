package org.huhang.app.security.provider;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.huhang.app.CannotStart;
import org.huhang.app.security.Loopback;

/** Where a provider is asked. Its keys decide who anybody is, so they come over TLS, or from this machine. */
final class ProviderAddress {

    private ProviderAddress() {}

    /** @param key where the address was configured; named if it is refused */
    static URI of(String key, String address) {
        Optional<URI> uri = parsed(address);
        if (uri.isEmpty()) {
            throw new CannotStart(key + " is \"" + address
                    + "\", which is no address of a provider: write https://, the host and the path.");
        }
        if (!isSafe(uri.get())) {
            throw new CannotStart(
                    key + " is \"" + address + "\": plain http is only for this machine, for anybody on the way"
                            + " could put keys of their own in the place of the provider's. Use https.");
        }
        return uri.get();
    }

    static Optional<URI> parsed(String address) {
        try {
            URI uri = new URI(address);
            boolean usable = ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getFragment() == null;
            return usable ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    static boolean isSafe(URI uri) {
        return uri.getScheme().equals("https") || Loopback.is(uri.getHost());
    }
}
