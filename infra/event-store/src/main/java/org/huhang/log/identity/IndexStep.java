package org.huhang.log.identity;

import java.util.UUID;

/** One thing that a fact changes in the identity index. Digests only. */
public sealed interface IndexStep {

    UUID caseId();

    record LooksLike(UUID caseId, byte[] digest) implements IndexStep {}

    record Claims(UUID caseId, byte[] digest) implements IndexStep {}

    record ReleasesDocuments(UUID caseId) implements IndexStep {}

    record Absorbed(UUID caseId, UUID survivor) implements IndexStep {}

    record Parted(UUID caseId) implements IndexStep {}
}
