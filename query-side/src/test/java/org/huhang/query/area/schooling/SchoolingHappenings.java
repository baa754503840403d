package org.huhang.query.area.schooling;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huhang.kernel.area.schooling.Boarding;
import org.huhang.kernel.area.schooling.SchoolStage;
import org.huhang.kernel.area.schooling.SchoolingEvent.DroppedOut;
import org.huhang.kernel.area.schooling.SchoolingEvent.ReturnedToSchool;
import org.huhang.kernel.area.schooling.SchoolingEvent.SchoolEnrolled;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.value.Narrative;
import org.huhang.query.kit.Happenings;

public final class SchoolingHappenings implements Happenings.OfAnArea {

    public static SchoolEnrolled enrolled(String on) {
        return new SchoolEnrolled(
                SchoolStage.PRIMARY, Optional.of(Narrative.of("镇中心小学")), Boarding.BOARDER, LocalDate.parse(on));
    }

    public static DroppedOut droppedOut(String on) {
        return new DroppedOut(Narrative.of("外出打工"), LocalDate.parse(on));
    }

    public static ReturnedToSchool back(String on) {
        return new ReturnedToSchool(LocalDate.parse(on));
    }

    @Override
    public List<CaseEvent> all(String day) {
        return List.of(enrolled(day), droppedOut(day), back(day));
    }
}
