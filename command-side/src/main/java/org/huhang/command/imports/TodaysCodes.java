package org.huhang.command.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huhang.command.area.file.FileCommand.Register;
import org.huhang.command.area.file.GuardianEntry;
import org.huhang.kernel.division.Division;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.division.Standing;
import org.huhang.kernel.refusal.Refusal.FieldError;
import org.huhang.kernel.refusal.RefusalCode;

/**
 * Lists are kept for years: a code that was abolished and has one successor is taken as that, and the row's report says so.
 * Every other code stays as it is, and the decision refuses what cannot be recorded.
 */
final class TodaysCodes {

    /**
     * @param child with the digest and marks of the row as it was handed in
     * @param remarks one for each cell that was taken as another code
     */
    record Row(ListedChild child, List<FieldError> remarks) {

        /** Whatever became of the row: it was under the present code that it was refused, too, or found unchanged. */
        RowResult told(RowResult result) {
            return result.remarked(remarks);
        }
    }

    private final Divisions divisions;
    private final List<FieldError> remarks = new ArrayList<>();

    private TodaysCodes(Divisions divisions) {
        this.divisions = divisions;
    }

    static Row of(ListedChild child, Divisions divisions) {
        TodaysCodes codes = new TodaysCodes(divisions);
        Register ask = child.register();
        Register register = new Register(
                ask.identity(),
                codes.today("hukouDivision", ask.hukouDivision()),
                ask.householdType(),
                codes.today("residenceDivision", ask.residenceDivision()),
                ask.residenceAddress(),
                ask.residenceSince(),
                codes.guardians(ask.guardians()),
                ask.agency(),
                ask.on());
        return new Row(
                new ListedChild(register, child.screen(), child.digest(), child.marks()), List.copyOf(codes.remarks));
    }

    private List<GuardianEntry> guardians(List<GuardianEntry> entries) {
        List<GuardianEntry> today = new ArrayList<>();
        for (GuardianEntry entry : entries) {
            String field = "guardians[" + today.size() + "].worksIn";
            today.add(new GuardianEntry(
                    entry.relation(),
                    entry.name(),
                    entry.contact(),
                    entry.livesWithChild(),
                    entry.ability(),
                    entry.awaySince(),
                    entry.worksIn().map(code -> today(field, code))));
        }
        return today;
    }

    private DivisionCode today(String field, DivisionCode code) {
        return switch (divisions.standing(code)) {
            case Standing.Abolished gone
            when gone.successors().size() == 1 ->
                taken(field, code, gone.successors().getFirst());
            case Standing.Abolished _, Standing.InForce _, Standing.ToCome _, Standing.Unknown _ -> code;
        };
    }

    private DivisionCode taken(String field, DivisionCode code, Division successor) {
        remarks.add(new FieldError(
                Column.feeding(field).map(Column::heading).orElse(field),
                RefusalCode.DIVISION_TAKEN_AS_SUCCESSOR,
                Map.of(
                        "division", code.digits(),
                        "name", divisions.fullName(code),
                        "successor", successor.code() + " " + divisions.fullName(successor.code()))));
        return successor.code();
    }
}
