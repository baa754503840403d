package org.huhang.command.ask;

import java.time.LocalDate;
import org.huhang.kernel.refusal.Required;
import org.huhang.kernel.value.CareMode;
import org.huhang.kernel.value.Carer;
import org.huhang.kernel.value.LapseGround;
import org.huhang.kernel.value.LongTermGround;
import org.huhang.kernel.value.Narrative;

/** Who guards the child. Minors Protection Law (未成年人保护法), arts. 91-96. */
public sealed interface GuardianshipCommand extends CaseCommand {

    @CommandType("record-guardianship-lapse")
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
    @CommandType("assign-temporary-care")
    record AssignTemporaryCare(CareMode mode, Carer carer, LocalDate on) implements GuardianshipCommand {
        public AssignTemporaryCare {
            Required.field("mode", mode).and("carer", carer).and("on", on).orRefuse();
        }
    }

    @CommandType("review-temporary-care")
    record ReviewTemporaryCare(Narrative outcome, LocalDate on) implements GuardianshipCommand {
        public ReviewTemporaryCare {
            Required.field("outcome", outcome).and("on", on).orRefuse();
        }
    }

    @CommandType("assess-return")
    record AssessReturn(Boolean suitable, Narrative findings, LocalDate on) implements GuardianshipCommand {
        public AssessReturn {
            Required.field("suitable", suitable)
                    .and("findings", findings)
                    .and("on", on)
                    .orRefuse();
        }
    }

    @CommandType("return-to-guardian")
    record ReturnToGuardian(LocalDate on) implements GuardianshipCommand {
        public ReturnToGuardian {
            Required.field("on", on).orRefuse();
        }
    }

    @CommandType("assume-long-term-guardianship")
    record AssumeLongTermGuardianship(LongTermGround ground, Narrative basis, LocalDate on)
            implements GuardianshipCommand {
        public AssumeLongTermGuardianship {
            Required.field("ground", ground).and("basis", basis).and("on", on).orRefuse();
        }
    }
}
