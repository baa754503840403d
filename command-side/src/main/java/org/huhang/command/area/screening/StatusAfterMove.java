package org.huhang.command.area.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huhang.command.area.screening.Comparison.Apart;
import org.huhang.kernel.area.screening.ScreeningEvent;
import org.huhang.kernel.area.screening.ScreeningState;
import org.huhang.kernel.area.screening.ScreeningState.LeftBehind;
import org.huhang.kernel.area.screening.ScreeningState.Migrant;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.value.MigrantBand;
import org.huhang.kernel.value.StatusEndReason;

/** A move across a county border ends what screening found: the child is screened anew where it lives now. */
public final class StatusAfterMove {

    private StatusAfterMove() {}

    /**
     * The end to record after {@code ResidenceMoved} or {@code HukouMoved}, or nothing: no status was held, the move
     * stayed in the county, or it cannot be told and the next screening must.
     *
     * @param day of the move; the end is never dated before the last screening, which found the status still there
     */
    public static List<ScreeningEvent> onMove(
            ScreeningState state, ScreeningFacts before, ScreeningFacts after, LocalDate day, Divisions divisions) {
        return state
                .held()
                .flatMap(held -> reason(held, new Move(before, after, day, divisions))
                        .map(reason -> held.ended(reason, day.isBefore(held.asOf()) ? held.asOf() : day)))
                .stream()
                .toList();
    }

    private static Optional<StatusEndReason> reason(ScreeningState.Held held, Move move) {
        return switch (held) {
            case Migrant migrant
            when migrant.band() == MigrantBand.TOWNSHIP && move.broughtHomeToTheTownship() ->
                Optional.of(move.ofResidence() ? StatusEndReason.RETURNED : StatusEndReason.MOVED);
            case Migrant migrant
            when migrant.band() == MigrantBand.COUNTY && move.broughtHomeToTheCounty() ->
                Optional.of(move.ofResidence() ? StatusEndReason.RETURNED : StatusEndReason.MOVED);
            case LeftBehind _
            when move.ofResidenceAcrossCounty() && move.broughtHomeToTheCounty() ->
                Optional.of(StatusEndReason.RETURNED);
            case Migrant _, LeftBehind _ ->
                move.ofResidenceAcrossCounty() ? Optional.of(StatusEndReason.MOVED) : Optional.empty();
        };
    }

    private record Move(ScreeningFacts before, ScreeningFacts after, LocalDate day, Divisions divisions) {

        boolean ofResidence() {
            return !before.residence().division().equals(after.residence().division());
        }

        boolean ofResidenceAcrossCounty() {
            return apart(before.residence().division(), after.residence().division()) == Apart.TWO_UNITS;
        }

        boolean broughtHomeToTheCounty() {
            return apart(after.hukou().division(), after.residence().division()) == Apart.ONE_UNIT;
        }

        boolean broughtHomeToTheTownship() {
            DivisionRef hukou = after.hukou().division();
            DivisionRef residence = after.residence().division();
            return Comparison.townships(hukou, residence, apart(hukou, residence), divisions) == Apart.ONE_UNIT;
        }

        private Apart apart(DivisionRef one, DivisionRef other) {
            return Comparison.of(one, other, day, divisions).apart();
        }
    }
}
