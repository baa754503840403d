package org.huhang.command.area.screening;

import java.util.stream.Stream;
import org.huhang.kernel.policy.ScreeningEdition;

/** Every criterion an edition asks. */
final class Rules {

    private Rules() {}

    static Stream<Criterion> of(ScreeningEdition edition) {
        return Stream.of(
                        ScreeningRules.migrant(edition),
                        ScreeningRules.leftBehind(edition),
                        ScreeningRules.townshipBand(edition))
                .flatMap(rules -> rules);
    }
}
