package org.huhang.query.area.keycare;

import java.time.LocalDate;
import java.util.List;
import org.huhang.kernel.area.keycare.KeyCareEvent.HomeVisitAttempted;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.PersonName;
import org.huhang.kernel.value.PolicyEditionId;
import org.huhang.query.kit.Happenings;

public final class KeyCareHappenings implements Happenings.OfAnArea {

    /** Two of them in a row call for a search. */
    public static HomeVisitAttempted attempted(String on) {
        return new HomeVisitAttempted(
                PersonName.of("赵敏"), Narrative.of("家中无人"), 2, PolicyEditionId.of("NATIONAL-2024"), LocalDate.parse(on));
    }

    @Override
    public List<CaseEvent> all(String day) {
        return List.of(attempted(day));
    }
}
