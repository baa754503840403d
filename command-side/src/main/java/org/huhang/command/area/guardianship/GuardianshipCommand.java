package org.huhang.command.area.guardianship;

import static org.huhang.kernel.refusal.RefusalCode.*;

import java.time.LocalDate;
import java.util.Optional;
import org.huhang.command.ask.CaseCommand;
import org.huhang.command.ask.CommandType;
import org.huhang.command.decide.Circumstances;
import org.huhang.command.decide.Decision;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.refusal.Required;
import org.huhang.kernel.value.CareMode;
import org.huhang.kernel.value.Carer;
import org.huhang.kernel.value.LapseGround;
import org.huhang.kernel.value.LongTermEndReason;
import org.huhang.kernel.value.LongTermGround;
import org.huhang.kernel.value.Narrative;

/** Who guards the child. Minors Protection Law (未成年人保护法), arts. 91-96. */
public sealed interface GuardianshipCommand extends CaseCommand {

    @Override
    default Decision decide(Registered state, Circumstances at) {
        return GuardianshipDecision.decide(state, this, at);
    }

    @CommandType(
            value = "record-guardianship-lapse",
            refuses = {
                GUARDIANSHIP_ALREADY_LAPSED,
                ALREADY_IN_TEMPORARY_CARE,
                ALREADY_IN_LONG_TERM_GUARDIANSHIP,
                TOO_OLD_FOR_CARE
            })
    record RecordGuardianshipLapse(LapseGround ground, Narrative circumstances, LocalDate on)
            implements GuardianshipCommand {
        public RecordGuardianshipLapse {
            Required.field("ground", ground)
                    .and("circumstances", circumstances)
                    .and("on", on)
                    .orRefuse();
        }
    }

    /** Only a county civil affairs officer assigns. Art. 93. */
    @CommandType(
            value = "assign-temporary-care",
            refuses = {
                GUARDIANSHIP_HAS_NOT_LAPSED,
                BEFORE_THE_LAPSE,
                ALREADY_IN_TEMPORARY_CARE,
                ALREADY_IN_LONG_TERM_GUARDIANSHIP,
                TOO_OLD_FOR_CARE
            })
    record AssignTemporaryCare(CareMode mode, Carer carer, LocalDate on) implements GuardianshipCommand {
        public AssignTemporaryCare {
            Required.field("mode", mode).and("carer", carer).and("on", on).orRefuse();
        }
    }

    /**
     * Another carer or another mode, with no day between. The review is due anew; the year goes on from the first day of care.
     *
     * @param reason why the child is cared for otherwise from now on
     */
    @CommandType(
            value = "change-temporary-care",
            refuses = {NOT_IN_TEMPORARY_CARE, NOTHING_CHANGES, TOO_OLD_FOR_CARE})
    record ChangeTemporaryCare(CareMode mode, Carer carer, Optional<Narrative> reason, LocalDate on)
            implements GuardianshipCommand {
        public ChangeTemporaryCare {
            Required.field("mode", mode).and("carer", carer).and("on", on).orRefuse();
        }
    }

    @CommandType(
            value = "review-temporary-care",
            refuses = {NOT_IN_TEMPORARY_CARE, TOO_OLD_FOR_CARE})
    record ReviewTemporaryCare(Narrative outcome, LocalDate on) implements GuardianshipCommand {
        public ReviewTemporaryCare {
            Required.field("outcome", outcome).and("on", on).orRefuse();
        }
    }

    @CommandType(
            value = "assess-return",
            refuses = {
                GUARDIANSHIP_HAS_NOT_LAPSED,
                BEFORE_THE_LAPSE,
                ALREADY_IN_LONG_TERM_GUARDIANSHIP,
                TOO_OLD_FOR_CARE
            })
    record AssessReturn(Boolean suitable, Narrative findings, LocalDate on) implements GuardianshipCommand {
        public AssessReturn {
            Required.field("suitable", suitable)
                    .and("findings", findings)
                    .and("on", on)
                    .orRefuse();
        }
    }

    @CommandType(
            value = "return-to-guardian",
            refuses = {
                GUARDIANSHIP_HAS_NOT_LAPSED,
                BEFORE_THE_LAPSE,
                RETURN_NOT_ASSESSED,
                RETURN_ASSESSED_UNSUITABLE,
                ALREADY_IN_LONG_TERM_GUARDIANSHIP,
                TOO_OLD_FOR_CARE
            })
    record ReturnToGuardian(LocalDate on) implements GuardianshipCommand {
        public ReturnToGuardian {
            Required.field("on", on).orRefuse();
        }
    }

    @CommandType(
            value = "assume-long-term-guardianship",
            refuses = {
                GUARDIANSHIP_HAS_NOT_LAPSED,
                BEFORE_THE_LAPSE,
                ALREADY_IN_LONG_TERM_GUARDIANSHIP,
                TOO_OLD_FOR_CARE
            })
    record AssumeLongTermGuardianship(LongTermGround ground, Narrative basis, LocalDate on)
            implements GuardianshipCommand {
        public AssumeLongTermGuardianship {
            Required.field("ground", ground).and("basis", basis).and("on", on).orRefuse();
        }
    }

    /**
     * By adoption, restored guardianship or found parents; majority and death end it by themselves. Art. 95; Civil Code, art. 38.
     *
     * @param basis what shows it, e.g. the registration of the adoption or the decision of the court
     * @param on the day from which the child is guarded again
     */
    @CommandType(
            value = "end-long-term-guardianship",
            refuses = {NOT_IN_LONG_TERM_GUARDIANSHIP, TOO_OLD_FOR_CARE})
    record EndLongTermGuardianship(LongTermEndReason reason, Narrative basis, LocalDate on)
            implements GuardianshipCommand {
        public EndLongTermGuardianship {
            Required.field("reason", reason).and("basis", basis).and("on", on).orRefuse();
        }
    }
}
