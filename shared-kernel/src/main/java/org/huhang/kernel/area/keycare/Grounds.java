package org.huhang.kernel.area.keycare;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.huhang.kernel.value.KeyCareGround;

/** Grounds in one fixed order, so that one fact has one written form. */
public final class Grounds {

    private Grounds() {}

    public static Set<KeyCareGround> both(Set<KeyCareGround> some, Set<KeyCareGround> others) {
        Set<KeyCareGround> all = EnumSet.noneOf(KeyCareGround.class);
        all.addAll(some);
        all.addAll(others);
        return ordered(all);
    }

    public static Set<KeyCareGround> ordered(Set<KeyCareGround> grounds) {
        return grounds == null || grounds.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(grounds));
    }
}
