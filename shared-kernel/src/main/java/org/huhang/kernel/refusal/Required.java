package org.huhang.kernel.refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects every field a request left out, so that a caller hears of all of them at once. */
public final class Required {

    private final List<Refusal.FieldError> missing = new ArrayList<>();

    private Required() {}

    public static Required field(String name, Object value) {
        return new Required().and(name, value);
    }

    public Required and(String name, Object value) {
        if (value == null) {
            missing.add(new Refusal.FieldError(name, RefusalCode.MISSING_FIELD, Map.of()));
        }
        return this;
    }

    /** @throws Refused with {@link RefusalCode#MISSING_FIELD} when any was absent */
    public void orRefuse() {
        if (!missing.isEmpty()) {
            throw new Refused(new Refusal(RefusalCode.MISSING_FIELD, Map.of(), missing));
        }
    }
}
