package org.huhang.command.area.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huhang.kernel.area.file.ChildFile;
import org.huhang.kernel.area.file.MoveNearby;
import org.huhang.kernel.value.Guardian;
import org.huhang.kernel.value.Hukou;
import org.huhang.kernel.value.Residence;

/**
 * What is recorded of a child and bears on screening.
 *
 * @param inTownshipSince arrival in the township of residence, where a recorded move tells it; {@code residence.since()}
 *     counts for the county
 * @param movesNearby since then, in order
 */
public record ScreeningFacts(
        LocalDate birthDate,
        Hukou hukou,
        Residence residence,
        Optional<LocalDate> inTownshipSince,
        List<MoveNearby> movesNearby,
        List<Guardian> guardians) {

    public ScreeningFacts {
        movesNearby = List.copyOf(movesNearby);
        guardians = List.copyOf(guardians);
    }

    public static ScreeningFacts of(ChildFile child) {
        return new ScreeningFacts(
                child.identity().birthDate(),
                child.hukou(),
                child.residence(),
                child.inTownshipSince(),
                child.movesNearby(),
                child.guardians());
    }
}
