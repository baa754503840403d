package org.huhang.log.append;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.huhang.kernel.stream.StreamId;
import org.huhang.log.identity.IndexStep;

/**
 * Changes that can go to the log together. What the log's function looks up it looks up once for all, so no two of them
 * may bear on the same thing.
 *
 * @param overtaken by another of this batch: they have not seen its facts
 * @param later would have to know what comes of another: they have its key, or want the same document; of a case opened again
 *     only the log's function knows which documents that claims
 */
record Batch(List<Append> changes, List<Append> overtaken, List<Append> later) {

    static Batch of(List<Append> taken) {
        Batch batch = new Batch(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Set<StreamId> changed = new HashSet<>();
        Set<Object> claimed = new HashSet<>();
        for (Append change : taken) {
            if (change.expectations().stream().anyMatch(it -> changed.contains(it.stream()))) {
                batch.overtaken.add(change);
            } else if (claims(change).stream().anyMatch(claim -> meets(claim, claimed))) {
                batch.later.add(change);
            } else {
                batch.changes.add(change);
                claimed.addAll(claims(change));
                change.facts().forEach(fact -> changed.add(fact.stream()));
            }
        }
        return batch;
    }

    boolean isEmpty() {
        return changes.isEmpty() && overtaken.isEmpty();
    }

    private static List<Object> claims(Append change) {
        List<Object> claims = new ArrayList<>();
        change.receipt().ifPresent(receipt -> claims.add(List.of(receipt.owner(), receipt.key())));
        for (IndexStep step : change.index()) {
            if (step instanceof IndexStep.Claims it) {
                claims.add(new Document(ByteBuffer.wrap(it.digest())));
            } else if (step instanceof IndexStep.OpenAgain) {
                claims.add(SomeDocument.ANY);
            }
        }
        return claims;
    }

    private static boolean meets(Object claim, Set<Object> claimed) {
        return claimed.contains(claim)
                || claim instanceof Document && claimed.contains(SomeDocument.ANY)
                || claim instanceof SomeDocument && claimed.stream().anyMatch(Document.class::isInstance);
    }

    private record Document(ByteBuffer digest) {}

    /** Those of a case opened again. */
    private enum SomeDocument {
        ANY
    }
}
