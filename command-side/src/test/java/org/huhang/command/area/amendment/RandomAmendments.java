package org.huhang.command.area.amendment;

import static org.huhang.command.decide.Facts.WORDS;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.huhang.command.area.amendment.AmendmentCommand.CorrectHukou;
import org.huhang.command.area.amendment.AmendmentCommand.CorrectKeyCare;
import org.huhang.command.area.amendment.AmendmentCommand.CorrectLivingArrangement;
import org.huhang.command.area.amendment.AmendmentCommand.CorrectResidence;
import org.huhang.command.area.amendment.AmendmentCommand.VoidEntry;
import org.huhang.command.decide.RandomCommands;
import org.huhang.command.decide.RandomCommands.Ask;
import org.huhang.command.decide.Scenario;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.value.EntryId;
import org.huhang.kernel.value.KeyCareGround;
import org.huhang.kernel.value.RiskLevel;

/** Whatever an officer may put right of an entry, also of one that does not exist or is of another kind. */
class RandomAmendments implements RandomCommands.OfAnArea {

    @Override
    public Arbitrary<Ask> any() {
        Arbitrary<DivisionCode> places = Arbitraries.of("330109001", "330122101", "640121100", "441900003")
                .map(DivisionCode::of);
        return Arbitraries.oneOf(
                entries().map(entry -> (other, on) -> new VoidEntry(entry, WORDS, on)),
                Combinators.combine(
                                entries().optional(),
                                places,
                                Arbitraries.integers().between(0, 400).optional())
                        .as((entry, place, days) -> (other, on) -> new CorrectResidence(
                                entry, place, Optional.empty(), days.map(on::minusDays), Optional.empty(), WORDS, on)),
                Combinators.combine(entries().optional(), places)
                        .as((entry, place) -> (other, on) ->
                                new CorrectHukou(entry, place, Optional.empty(), Optional.empty(), WORDS, on)),
                entries()
                        .optional()
                        .map(entry -> (other, on) -> new CorrectLivingArrangement(entry, List.of(), WORDS, on)),
                Combinators.combine(entries(), Arbitraries.of(RiskLevel.class))
                        .as((entry, risk) -> (other, on) -> new CorrectKeyCare(
                                Optional.of(entry), Set.of(KeyCareGround.HARDSHIP), risk, WORDS, on)));
    }

    private static Arbitrary<EntryId> entries() {
        return Combinators.combine(
                        Arbitraries.of(Scenario.CASE, Scenario.OTHER),
                        Arbitraries.longs().between(0, 25))
                .as(EntryId::new);
    }
}
