package org.huhang.query.area;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.query.area.file.FileDuties;
import org.huhang.query.area.file.Particulars;
import org.huhang.query.area.guardianship.GuardianshipDuties;
import org.huhang.query.area.keycare.KeyCareDuties;
import org.huhang.query.area.screening.ScreeningDuties;

/** What is due in a case, area by area. */
public final class Duties {

    private Duties() {}

    /** The day each thing is due; nothing for a case that rests. */
    public static Map<TaskKind, LocalDate> of(CaseOutline outline, PolicyBook policies) {
        Map<TaskKind, LocalDate> duties = new EnumMap<>(TaskKind.class);
        if (outline.lifecycle().open()) {
            all(outline, policies).forEach(duty -> duties.put(duty.kind(), duty.on()));
        }
        return duties;
    }

    private static Stream<Duty> all(CaseOutline outline, PolicyBook policies) {
        Particulars child = outline.particulars();
        LocalDate outgrown = policies.screening().tooOldFrom(child.birthDate(), DivisionCode.of(child.residence()));
        return Stream.of(
                        FileDuties.of(policies.ages().adultFrom(child.birthDate())),
                        ScreeningDuties.of(outline.screening(), outgrown),
                        KeyCareDuties.of(outline.keyCare()),
                        GuardianshipDuties.of(outline.guardianship()))
                .flatMap(duties -> duties);
    }
}
