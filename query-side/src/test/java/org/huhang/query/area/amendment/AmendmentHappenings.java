package org.huhang.query.area.amendment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huhang.kernel.area.amendment.AmendmentEvent.EntryVoided;
import org.huhang.kernel.area.amendment.AmendmentEvent.HukouCorrected;
import org.huhang.kernel.area.amendment.AmendmentEvent.KeyCareCorrected;
import org.huhang.kernel.area.amendment.AmendmentEvent.LivingArrangementCorrected;
import org.huhang.kernel.area.amendment.AmendmentEvent.ResidenceCorrected;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.DivisionEdition;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.value.EntryId;
import org.huhang.kernel.value.HouseholdType;
import org.huhang.kernel.value.Hukou;
import org.huhang.kernel.value.KeyCareGround;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.PolicyEditionId;
import org.huhang.kernel.value.Residence;
import org.huhang.kernel.value.RiskLevel;
import org.huhang.query.kit.Happenings;
import org.huhang.query.kit.Story;

public final class AmendmentHappenings implements Happenings.OfAnArea {

    private static final Optional<Narrative> WHY = Optional.of(Narrative.of("误录"));

    public static EntryVoided voided(long version, String on) {
        return new EntryVoided(List.of(entry(version)), WHY.get(), LocalDate.parse(on));
    }

    public static ResidenceCorrected residence(long version, String division, String since, String on) {
        return new ResidenceCorrected(
                entry(version),
                new Residence(place(division), Optional.empty(), LocalDate.parse(since)),
                WHY,
                LocalDate.parse(on));
    }

    @Override
    public List<CaseEvent> all(String day) {
        return List.of(
                voided(1, day),
                residence(0, "330108", "2024-01-15", day),
                new HukouCorrected(
                        entry(0), new Hukou(place("640121"), HouseholdType.URBAN), WHY, LocalDate.parse(day)),
                new LivingArrangementCorrected(entry(0), List.of(), WHY, LocalDate.parse(day)),
                new KeyCareCorrected(
                        entry(2),
                        Set.of(KeyCareGround.DISABILITY),
                        RiskLevel.HIGH,
                        LocalDate.parse(day).plusDays(7),
                        PolicyEditionId.of("NATIONAL-2024"),
                        WHY,
                        LocalDate.parse(day)));
    }

    private static EntryId entry(long version) {
        return new EntryId(Story.CHILD, version);
    }

    private static DivisionRef place(String code) {
        return new DivisionRef(DivisionCode.of(code), DivisionEdition.of("202412"));
    }
}
