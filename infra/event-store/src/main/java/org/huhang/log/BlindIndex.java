package org.huhang.log;

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

    /** Ready for its first byte, and never given one: each digest is made by a copy. */
    private final Mac keyed;

    public BlindIndex(byte[] key) {
        try {
            keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
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
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The JDK's own " + ALGORITHM + " can be copied", e);
        }
    }
}
