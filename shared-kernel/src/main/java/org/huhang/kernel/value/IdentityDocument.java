package org.huhang.kernel.value;

import java.time.LocalDate;
import java.util.Optional;

/** One paper that proves who a child is. */
public record IdentityDocument(DocumentType type, DocumentNumber number, Optional<LocalDate> validUntil) {}
