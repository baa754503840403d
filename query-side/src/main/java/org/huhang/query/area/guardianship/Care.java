package org.huhang.query.area.guardianship;

import java.time.LocalDate;
import org.huhang.kernel.area.guardianship.Guardianship;
import org.huhang.kernel.value.CareMode;

/** Who cares for the child, as it stands in the ledger's columns. All but the state are null where the state has no such thing. */
public record Care(CareState state, LocalDate since, CareMode mode, LocalDate reviewBy, LocalDate oneYearMark) {

    public static Care of(Guardianship guardianship) {
        return switch (guardianship) {
            case Guardianship.Guarded guarded ->
                since(CareState.GUARDED, guarded.returnedOn().orElse(null));
            case Guardianship.Lapsed lapsed -> since(CareState.LAPSED, lapsed.since());
            case Guardianship.InTemporaryCare care ->
                new Care(CareState.TEMPORARY_CARE, care.since(), care.mode(), care.reviewBy(), care.oneYearMark());
            case Guardianship.UnderLongTermGuardianship ward -> since(CareState.LONG_TERM_GUARDIANSHIP, ward.since());
        };
    }

    private static Care since(CareState state, LocalDate day) {
        return new Care(state, day, null, null, null);
    }
}
