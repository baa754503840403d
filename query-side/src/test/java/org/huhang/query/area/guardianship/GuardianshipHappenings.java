package org.huhang.query.area.guardianship;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.LongTermGuardianshipEnded;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.TemporaryCareChanged;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.value.CareMode;
import org.huhang.kernel.value.Carer;
import org.huhang.kernel.value.LongTermEndReason;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.PersonName;
import org.huhang.kernel.value.PolicyEditionId;
import org.huhang.query.kit.Happenings;

public final class GuardianshipHappenings implements Happenings.OfAnArea {

    /** From a foster family to the county's institution. */
    public static TemporaryCareChanged careChanged(String on, String reviewBy) {
        return new TemporaryCareChanged(
                CareMode.WELFARE_INSTITUTION,
                new Carer(PersonName.of("县儿童福利院"), Optional.empty()),
                Optional.of(Narrative.of("寄养家庭搬离本县")),
                LocalDate.parse(reviewBy),
                PolicyEditionId.of("NATIONAL-2024"),
                LocalDate.parse(on));
    }

    public static LongTermGuardianshipEnded adopted(String on) {
        return new LongTermGuardianshipEnded(LongTermEndReason.ADOPTED, Narrative.of("收养登记证"), LocalDate.parse(on));
    }

    @Override
    public List<CaseEvent> all(String day) {
        return List.of(careChanged(day, LocalDate.parse(day).plusDays(92).toString()), adopted(day));
    }
}
