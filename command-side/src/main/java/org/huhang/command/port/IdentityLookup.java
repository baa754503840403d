package org.huhang.command.port;

import java.util.List;
import java.util.Optional;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.IdentityDocument;

/** Who the register knows already, by identity. */
public interface IdentityLookup {

    /** The case that holds this document now; none that is closed as registered in error. */
    Optional<CaseId> holderOf(IdentityDocument document);

    /** Cases of a child with the same name, sex and birth date: perhaps the same child. None closed as registered in error. */
    List<CaseId> lookalikes(ChildIdentity identity);
}
