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

    /** There is no such child, or not as registered: the case lets go of its documents and looks like nobody. */
    record RegisteredInError(UUID caseId) implements IndexStep {}

    /** The case claims again what it let go of. */
    record OpenAgain(UUID caseId) implements IndexStep {}
}
