package org.huhang.command.port;

import java.util.List;
import java.util.Optional;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.IdentityDocument;

/**
 * Which case holds which identity document, inside the command's own transaction: one document, one living case. Kept as
 * keyed digests, so that nothing personal can be read from it, and derived from the log alone.
 */
public interface IdentityIndex {

    /** The case that holds this document now. */
    Optional<CaseId> holderOf(IdentityDocument document);

    /** Cases of a child with the same name, sex and birth date: perhaps the same child. */
    List<CaseId> lookalikes(ChildIdentity identity);

    /**
     * Takes note of what {@code events} change.
     *
     * @throws org.huhang.kernel.refusal.Refused {@code DOCUMENT_BELONGS_TO_ANOTHER_CASE} when another case got there first
     */
    void follow(CaseId caseId, List<CaseEvent> events);
}
