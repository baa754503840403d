package org.huhang.log.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.IdentityDocument;

/** HMAC-SHA-256 under this installation's own key: equal values meet, and nothing can be read from a digest. */
public final class BlindIndex {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** Ready for its first byte, and never given one: each digest is made by a copy. */
    private final Mac prepared;

    public BlindIndex(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.prepared = prepare();
    }

    public byte[] of(IdentityDocument document) {
        return digest(
                List.of("document", document.type().name(), document.number().reveal()));
    }

    byte[] of(ChildIdentity identity) {
        return digest(List.of(
                "child",
                identity.name().reveal(),
                identity.sex().name(),
                identity.birthDate().toString()));
    }

    /** Each part with its length before it, so that no two lists of parts are written alike. */
    public byte[] digest(List<String> parts) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.length()).append(':').append(part));
        return copy().doFinal(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Mac copy() {
        try {
            return (Mac) prepared.clone();
        } catch (CloneNotSupportedException e) {
            // The JDK's own can be copied; those of other providers, such as a key store's, need not.
            return prepare();
        }
    }

    private Mac prepare() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
