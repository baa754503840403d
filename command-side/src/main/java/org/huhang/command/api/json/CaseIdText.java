package org.huhang.command.api.json;

import java.util.Optional;
import java.util.UUID;
import org.huhang.kernel.value.CaseId;

/** A case id as text: a whole UUID, where the JDK alone would take {@code 1-1-1-1-1} for one. */
public final class CaseIdText {

    private CaseIdText() {}

    public static Optional<CaseId> read(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? Optional.of(CaseId.of(id)) : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
