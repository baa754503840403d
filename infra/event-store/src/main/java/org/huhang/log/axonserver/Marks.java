package org.huhang.log.axonserver;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.huhang.command.port.IdempotencyKey;
import org.huhang.log.identity.BlindIndex;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes marks of idempotency keys. The same key has the same mark as long as the installation keeps its own key. */
final class Marks {

    private final JdbcClient client;
    private volatile BlindIndex digests;

    Marks(JdbcClient client) {
        this.client = client;
    }

    Mark of(IdempotencyKey key) {
        return new Mark(of(key.owner(), key.key()), uuid(List.of("request", key.requestDigest())));
    }

    /** The part that tells whose key it is, and which. */
    UUID of(String owner, String key) {
        return uuid(List.of("key", owner, key));
    }

    private BlindIndex digests() {
        BlindIndex known = digests;
        if (known == null) {
            known = new BlindIndex(client.sql("SELECT blind_index_key FROM log.installation")
                    .query(byte[].class)
                    .single());
            digests = known;
        }
        return known;
    }

    /** The first half of the digest is plenty to keep apart all that is ever asked. */
    private UUID uuid(List<String> parts) {
        ByteBuffer digest = ByteBuffer.wrap(digests().digest(parts));
        return new UUID(digest.getLong(), digest.getLong());
    }
}
