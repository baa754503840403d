package org.huhang.command.area.schooling;

import static org.huhang.kernel.refusal.RefusalCode.*;

import java.time.LocalDate;
import java.util.Optional;
import org.huhang.command.ask.CaseCommand;
import org.huhang.command.ask.CommandType;
import org.huhang.command.decide.Circumstances;
import org.huhang.command.decide.Decision;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.area.schooling.Boarding;
import org.huhang.kernel.area.schooling.SchoolStage;
import org.huhang.kernel.refusal.Required;
import org.huhang.kernel.value.Narrative;

/** Whether and where the child goes to school. Plan 2024 (七). */
public sealed interface SchoolingCommand extends CaseCommand {

    @Override
    default Decision decide(Registered state, Circumstances at) {
        return SchoolingDecision.decide(state.areas().schooling(), this);
    }

    /**
     * What nobody has found out is told as such: stage and boarding have a word for it, the school is left out.
     *
     * @param school its name, and its place where that is needed to tell it
     */
    @CommandType("record-school-enrolment")
    record RecordSchoolEnrolment(SchoolStage stage, Optional<Narrative> school, Boarding boarding, LocalDate on)
            implements SchoolingCommand {
        public RecordSchoolEnrolment {
            Required.field("stage", stage)
                    .and("boarding", boarding)
                    .and("on", on)
                    .orRefuse();
        }
    }

    /** @param on the day from which the child no longer went to school */
    @CommandType(
            value = "record-dropout",
            refuses = {NOTHING_CHANGES})
    record RecordDropout(Narrative circumstances, LocalDate on) implements SchoolingCommand {
        public RecordDropout {
            Required.field("circumstances", circumstances).and("on", on).orRefuse();
        }
    }

    /** To the school last told of; for another one its enrolment is recorded. */
    @CommandType(
            value = "record-return-to-school",
            refuses = {NOTHING_CHANGES})
    record RecordReturnToSchool(LocalDate on) implements SchoolingCommand {
        public RecordReturnToSchool {
            Required.field("on", on).orRefuse();
        }
    }
}
