package org.huhang.command.area.schooling;

import static org.huhang.command.decide.Facts.WORDS;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.huhang.command.area.schooling.SchoolingCommand.RecordDropout;
import org.huhang.command.area.schooling.SchoolingCommand.RecordReturnToSchool;
import org.huhang.command.area.schooling.SchoolingCommand.RecordSchoolEnrolment;
import org.huhang.command.decide.RandomCommands;
import org.huhang.command.decide.RandomCommands.Ask;
import org.huhang.kernel.area.schooling.Boarding;
import org.huhang.kernel.area.schooling.SchoolStage;

/** Whatever an officer may tell of a child's schooling. */
class RandomSchooling implements RandomCommands.OfAnArea {

    @Override
    public Arbitrary<Ask> any() {
        return Arbitraries.oneOf(
                Combinators.combine(
                                Arbitraries.of(SchoolStage.class),
                                Arbitraries.just(WORDS).optional(),
                                Arbitraries.of(Boarding.class))
                        .as((stage, school, boarding) ->
                                (other, on) -> new RecordSchoolEnrolment(stage, school, boarding, on)),
                Arbitraries.just((other, on) -> new RecordDropout(WORDS, on)),
                Arbitraries.just((other, on) -> new RecordReturnToSchool(on)));
    }
}
