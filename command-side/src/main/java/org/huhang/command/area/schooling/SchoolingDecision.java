package org.huhang.command.area.schooling;

import static org.huhang.command.decide.Decision.accept;
import static org.huhang.command.decide.Decision.refuse;
import static org.huhang.kernel.refusal.RefusalCode.*;

import org.huhang.command.area.schooling.SchoolingCommand.RecordDropout;
import org.huhang.command.area.schooling.SchoolingCommand.RecordReturnToSchool;
import org.huhang.command.area.schooling.SchoolingCommand.RecordSchoolEnrolment;
import org.huhang.command.decide.Decision;
import org.huhang.kernel.area.schooling.Schooling;
import org.huhang.kernel.area.schooling.Schooling.AtSchool;
import org.huhang.kernel.area.schooling.Schooling.OutOfSchool;
import org.huhang.kernel.area.schooling.Schooling.Untold;
import org.huhang.kernel.area.schooling.SchoolingEvent.DroppedOut;
import org.huhang.kernel.area.schooling.SchoolingEvent.ReturnedToSchool;
import org.huhang.kernel.area.schooling.SchoolingEvent.SchoolEnrolled;

/** Whether and where the child goes to school. Plan 2024 (七). */
final class SchoolingDecision {

    private SchoolingDecision() {}

    static Decision decide(Schooling now, SchoolingCommand ask) {
        return switch (ask) {
            case RecordSchoolEnrolment enrolment ->
                accept(new SchoolEnrolled(enrolment.stage(), enrolment.school(), enrolment.boarding(), enrolment.on()));
            case RecordDropout dropout ->
                switch (now) {
                    case Untold _, AtSchool _ -> accept(new DroppedOut(dropout.circumstances(), dropout.on()));
                    case OutOfSchool _ -> refuse(NOTHING_CHANGES);
                };
            case RecordReturnToSchool back ->
                switch (now) {
                    case AtSchool _ -> refuse(NOTHING_CHANGES);
                    case Untold _, OutOfSchool _ -> accept(new ReturnedToSchool(back.on()));
                };
        };
    }
}
