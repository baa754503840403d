package org.huhang.command.area.file;

import static org.huhang.kernel.refusal.RefusalCode.*;

import java.time.LocalDate;
import org.huhang.command.area.file.FileCommand.Register;
import org.huhang.command.decide.Circumstances;
import org.huhang.command.decide.Decision;
import org.huhang.kernel.area.file.FileEvent.ChildRegistered;
import org.huhang.kernel.division.DivisionEdition;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.value.Hukou;
import org.huhang.kernel.value.Residence;

/** Opens a case (登记). Every fault of the entry is named at once, under the field's own path. */
final class Registration {

    private Registration() {}

    static Decision decide(Register ask, Circumstances at) {
        LocalDate birth = ask.identity().birthDate();
        Divisions divisions = at.policies().divisions();
        return IdentityRules.check("identity", ask.identity(), ask.on(), at)
                .division("hukouDivision", ask.hukouDivision(), divisions)
                .division("residenceDivision", ask.residenceDivision(), divisions)
                .begun("residenceSince", ask.residenceSince(), ask.on(), at.today())
                .when(ask.residenceSince().isBefore(birth), "residenceSince", BEFORE_BIRTH)
                .and(GuardianRules.check(ask.guardians(), ask.on(), at))
                .when(ask.on().isAfter(at.today()), "on", DATE_IN_THE_FUTURE)
                .orElse(() -> Decision.accept(registered(ask, divisions.latest(), at)));
    }

    private static ChildRegistered registered(Register ask, DivisionEdition edition, Circumstances at) {
        return new ChildRegistered(
                ask.identity(),
                new Hukou(new DivisionRef(ask.hukouDivision(), edition), ask.householdType()),
                new Residence(
                        new DivisionRef(ask.residenceDivision(), edition),
                        ask.residenceAddress(),
                        ask.residenceSince()),
                GuardianRules.read(ask.guardians(), at),
                ask.agency(),
                ask.on());
    }
}
