package org.huhang.command.api.json;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huhang.kernel.value.CaseId;

/** A case id as text: a whole UUID, where the JDK alone would take {@code 1-1-1-1-1} for one. */
public final class CaseIdText {

    private static final Pattern WHOLE = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private CaseIdText() {}

    public static Optional<CaseId> read(String text) {
        return WHOLE.matcher(text).matches() ? Optional.of(CaseId.of(UUID.fromString(text))) : Optional.empty();
    }
}
