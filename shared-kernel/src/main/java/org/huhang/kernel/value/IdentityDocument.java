package org.huhang.kernel.value;

import java.time.LocalDate;
import java.util.Optional;
import org.huhang.kernel.refusal.Required;

/** One paper that proves who a child is. */
public record IdentityDocument(DocumentType type, DocumentNumber number, Optional<LocalDate> validUntil) {
    public IdentityDocument {
        Required.field("type", type).and("number", number).orRefuse();
    }

    /** Whether it is the same paper, whatever is told of its validity. */
    public boolean hasNumberOf(IdentityDocument other) {
        return type == other.type && number.equals(other.number);
    }
}
