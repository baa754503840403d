package org.huhang.command.area.keycare;

import static org.huhang.command.decide.Facts.WORDS;

import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.huhang.command.area.keycare.KeyCareCommand.DelistKeyCare;
import org.huhang.command.area.keycare.KeyCareCommand.ListKeyCare;
import org.huhang.command.area.keycare.KeyCareCommand.ReassessKeyCare;
import org.huhang.command.area.keycare.KeyCareCommand.RecordAttemptedVisit;
import org.huhang.command.area.keycare.KeyCareCommand.RecordVisit;
import org.huhang.command.decide.RandomCommands;
import org.huhang.command.decide.RandomCommands.Ask;
import org.huhang.kernel.value.DelistReason;
import org.huhang.kernel.value.KeyCareGround;
import org.huhang.kernel.value.PersonName;
import org.huhang.kernel.value.RiskLevel;

/** Whatever an officer may ask of the ledger. */
class RandomKeyCare implements RandomCommands.OfAnArea {

    private static final PersonName VISITOR = PersonName.of("村儿童主任");

    @Override
    public Arbitrary<Ask> any() {
        return Arbitraries.oneOf(
                Arbitraries.just((other, on) -> new RecordAttemptedVisit(VISITOR, WORDS, on)),
                Combinators.combine(grounds(), Arbitraries.of(RiskLevel.class))
                        .as((grounds, risk) -> (other, on) -> new ListKeyCare(grounds, risk, on)),
                Combinators.combine(grounds(), Arbitraries.of(RiskLevel.class))
                        .as((grounds, risk) -> (other, on) -> new ReassessKeyCare(grounds, risk, on)),
                Arbitraries.of(DelistReason.class)
                        .map(reason -> (other, on) -> new DelistKeyCare(reason, Optional.of(WORDS), on)),
                Combinators.combine(
                                Arbitraries.of(RiskLevel.class).optional(),
                                Arbitraries.just(WORDS).optional())
                        .as((risk, view) -> (other, on) -> new RecordVisit(VISITOR, WORDS, view, risk, on)));
    }

    private static Arbitrary<Set<KeyCareGround>> grounds() {
        return Arbitraries.of(KeyCareGround.class).set().ofMinSize(1);
    }
}
