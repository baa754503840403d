package org.huhang.query.area;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.huhang.kernel.value.PersonalValue;

/** Values as documents hold them: personal ones in the clear, constants by name. */
public final class Revealed {

    private Revealed() {}

    /** @return null where there is none */
    public static String revealed(Optional<? extends PersonalValue> value) {
        return value.map(PersonalValue::reveal).orElse(null);
    }

    public static List<String> names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toList();
    }
}
