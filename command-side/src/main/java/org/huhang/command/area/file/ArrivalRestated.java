package org.huhang.command.area.file;

import java.time.LocalDate;
import java.util.Optional;
import org.huhang.command.area.screening.Comparison;
import org.huhang.command.area.screening.Comparison.Apart;
import org.huhang.kernel.area.CaseHistory;
import org.huhang.kernel.area.CaseHistory.Step;
import org.huhang.kernel.area.amendment.AmendmentEvent.Corrected;
import org.huhang.kernel.area.amendment.AmendmentEvent.ResidenceCorrected;
import org.huhang.kernel.area.file.FileEvent.ResidenceMoved;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.value.Residence;

/** Moves that, by what is known of the days before them, did or did not bring the child into another county. */
public final class ArrivalRestated {

    private ArrivalRestated() {}

    /** The first move that tells another day of arrival than it should; unless an officer has said which day is right. */
    public static Optional<CaseEvent> first(CaseHistory history, Divisions divisions) {
        return history.steps().stream()
                .filter(step -> !step.overruled())
                .flatMap(step -> restated(step, divisions).stream())
                .findFirst();
    }

    private static Optional<CaseEvent> restated(Step step, Divisions divisions) {
        if (!(step.entry().event() instanceof ResidenceMoved move) || saidByAnOfficer(step)) {
            return Optional.empty();
        }
        Residence to = move.to();
        LocalDate arrival = arrival(step.before().child().residence(), to.division(), move.effectiveOn(), divisions);
        return arrival.equals(to.since())
                ? Optional.empty()
                : Optional.of(new ResidenceCorrected(
                        step.entry().id(),
                        new Residence(to.division(), to.address(), arrival),
                        Optional.empty(),
                        move.effectiveOn()));
    }

    /** Where the map of the day does not tell, the day of arrival stays and screening asks a person. */
    public static LocalDate arrival(Residence from, DivisionRef to, LocalDate on, Divisions divisions) {
        boolean arrives = Comparison.of(from.division(), to, on, divisions).apart() == Apart.TWO_UNITS;
        return arrives ? on : from.since();
    }

    private static boolean saidByAnOfficer(Step step) {
        return step.entry()
                .correction()
                .filter(correction -> ((Corrected) correction.event()).reason().isPresent())
                .isPresent();
    }
}
