package org.huhang.command.area.guardianship;

import static org.huhang.command.decide.Facts.CARER;
import static org.huhang.command.decide.Facts.WORDS;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.huhang.command.area.guardianship.GuardianshipCommand.ChangeTemporaryCare;
import org.huhang.command.area.guardianship.GuardianshipCommand.EndLongTermGuardianship;
import org.huhang.command.decide.RandomCommands;
import org.huhang.command.decide.RandomCommands.Ask;
import org.huhang.kernel.value.CareMode;
import org.huhang.kernel.value.Carer;
import org.huhang.kernel.value.LongTermEndReason;
import org.huhang.kernel.value.PersonName;

/** What becomes of care and of long-term guardianship once there is either. */
class RandomGuardianship implements RandomCommands.OfAnArea {

    private static final Carer OTHER = new Carer(PersonName.of("孙丽"), Optional.empty());

    @Override
    public Arbitrary<Ask> any() {
        return Arbitraries.oneOf(
                Combinators.combine(
                                Arbitraries.of(CareMode.class),
                                Arbitraries.of(CARER, OTHER),
                                Arbitraries.just(WORDS).optional())
                        .as((mode, carer, reason) -> (other, on) -> new ChangeTemporaryCare(mode, carer, reason, on)),
                Arbitraries.of(LongTermEndReason.class)
                        .map(reason -> (other, on) -> new EndLongTermGuardianship(reason, WORDS, on)));
    }
}
