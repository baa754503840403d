package org.huhang.kernel.area.schooling;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.util.Optional;
import org.huhang.kernel.area.schooling.SchoolingEvent.DroppedOut;
import org.huhang.kernel.area.schooling.SchoolingEvent.ReturnedToSchool;
import org.huhang.kernel.area.schooling.SchoolingEvent.SchoolEnrolled;

/**
 * Whether the child goes to school. Facts are named by their versions; what they tell of schools and circumstances is read
 * there.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
public sealed interface Schooling {

    /** The school last told of, also of a child who no longer goes there; empty where none was. */
    Optional<Enrolment> enrolment();

    /** The day of the newest fact about schooling; empty where nothing was told. */
    Optional<LocalDate> lastChange();

    @JsonTypeName("UNTOLD")
    record Untold() implements Schooling {
        @Override
        public Optional<Enrolment> enrolment() {
            return Optional.empty();
        }

        @Override
        public Optional<LocalDate> lastChange() {
            return Optional.empty();
        }
    }

    /** @param since day of the enrolment, or of the return */
    @JsonTypeName("AT_SCHOOL")
    record AtSchool(LocalDate since, Optional<Enrolment> enrolment) implements Schooling {
        @Override
        public Optional<LocalDate> lastChange() {
            return Optional.of(since);
        }
    }

    @JsonTypeName("OUT_OF_SCHOOL")
    record OutOfSchool(LocalDate since, long dropout, Optional<Enrolment> enrolment) implements Schooling {
        @Override
        public Optional<LocalDate> lastChange() {
            return Optional.of(since);
        }
    }

    record Enrolment(SchoolStage stage, Boarding boarding, LocalDate on, long fact) {}

    static Schooling untold() {
        return new Untold();
    }

    /** Who dropped out cannot drop out again. */
    default boolean takes(SchoolingEvent event) {
        return switch (event) {
            case SchoolEnrolled _ -> true;
            case DroppedOut _ -> !(this instanceof OutOfSchool);
            case ReturnedToSchool _ -> !(this instanceof AtSchool);
        };
    }

    /** @param fact version of the event */
    default Schooling after(SchoolingEvent event, long fact) {
        LocalDate on = event.effectiveOn();
        return switch (event) {
            case SchoolEnrolled e -> new AtSchool(on, Optional.of(new Enrolment(e.stage(), e.boarding(), on, fact)));
            case DroppedOut _ -> new OutOfSchool(on, fact, enrolment());
            case ReturnedToSchool _ -> new AtSchool(on, enrolment());
        };
    }
}
