package org.huhang.query.area.schooling;

import static org.huhang.query.area.Revealed.revealed;

import java.time.LocalDate;
import java.util.Optional;
import org.huhang.kernel.area.schooling.Boarding;
import org.huhang.kernel.area.schooling.SchoolStage;
import org.huhang.kernel.area.schooling.Schooling;
import org.huhang.kernel.area.schooling.Schooling.AtSchool;
import org.huhang.kernel.area.schooling.Schooling.Enrolment;
import org.huhang.kernel.area.schooling.Schooling.OutOfSchool;
import org.huhang.kernel.area.schooling.Schooling.Untold;
import org.huhang.kernel.area.schooling.SchoolingEvent.DroppedOut;
import org.huhang.kernel.area.schooling.SchoolingEvent.SchoolEnrolled;
import org.huhang.query.area.ToldFacts;
import org.jspecify.annotations.Nullable;

/**
 * @param enrolment in the school last told of, also of a child who dropped out of it
 * @param circumstances in which the child dropped out
 */
public record SchoolingDocument(
        Status status,
        LocalDate since,
        @Nullable EnrolmentDocument enrolment,
        @Nullable String circumstances) {

    public enum Status {
        AT_SCHOOL,
        OUT_OF_SCHOOL
    }

    public record EnrolmentDocument(
            SchoolStage stage, @Nullable String school, Boarding boarding, LocalDate on) {}

    /** @return null where nothing was told */
    public static @Nullable SchoolingDocument of(Schooling schooling, ToldFacts facts) {
        EnrolmentDocument enrolment = enrolment(schooling.enrolment(), facts);
        return switch (schooling) {
            case Untold _ -> null;
            case AtSchool at -> new SchoolingDocument(Status.AT_SCHOOL, at.since(), enrolment, null);
            case OutOfSchool out ->
                new SchoolingDocument(
                        Status.OUT_OF_SCHOOL,
                        out.since(),
                        enrolment,
                        facts.told(out.dropout(), DroppedOut.class)
                                .circumstances()
                                .reveal());
        };
    }

    private static EnrolmentDocument enrolment(Optional<Enrolment> enrolment, ToldFacts facts) {
        return enrolment
                .map(known -> new EnrolmentDocument(
                        known.stage(),
                        revealed(facts.told(known.fact(), SchoolEnrolled.class).school()),
                        known.boarding(),
                        known.on()))
                .orElse(null);
    }
}
