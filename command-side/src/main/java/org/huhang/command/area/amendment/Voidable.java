package org.huhang.command.area.amendment;

import static org.huhang.kernel.refusal.RefusalCode.ENTRY_OF_A_HIGHER_OFFICE;
import static org.huhang.kernel.refusal.RefusalCode.ENTRY_TOO_OLD_TO_VOID;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.huhang.command.decide.Circumstances;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.area.Entry;
import org.huhang.kernel.area.amendment.AmendmentEvent;
import org.huhang.kernel.area.file.FileEvent;
import org.huhang.kernel.area.guardianship.GuardianshipEvent;
import org.huhang.kernel.area.keycare.KeyCareEvent;
import org.huhang.kernel.area.schooling.SchoolingEvent;
import org.huhang.kernel.area.screening.ScreeningEvent;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.policy.VoidingPolicy;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.time.Shanghai;

/** Which entries are taken back, and by whom. */
final class Voidable {

    private Voidable() {}

    /** What has a way back of its own has no other: a merge is undone, an identity corrected, a wrong registration closed. */
    static boolean is(CaseEvent event) {
        return switch (event) {
            case FileEvent e ->
                switch (e) {
                    case FileEvent.LivingArrangementRecorded _,
                            FileEvent.ResidenceMoved _,
                            FileEvent.HukouMoved _,
                            FileEvent.CaseClosed _,
                            FileEvent.CaseReopened _ -> true;
                    case FileEvent.ChildRegistered _,
                            FileEvent.IdentityDocumentAttached _,
                            FileEvent.IdentityCorrected _,
                            FileEvent.CasesMerged _,
                            FileEvent.CasesUnmerged _ -> false;
                };
            case ScreeningEvent _, KeyCareEvent _, GuardianshipEvent _, SchoolingEvent _ -> true;
            case AmendmentEvent _ -> false;
        };
    }

    /** One's own entries; those of others where one's office is not below theirs; each for as long as the policy allows. */
    static Optional<Refusal> refusal(Entry entry, Circumstances at) {
        Actor recorder = entry.fact().by().actor();
        boolean own = recorder.id().equals(at.actor().id());
        if (!own && rank(at.actor().role()) < Math.max(rank(recorder.role()), rank(Role.SUPERVISOR))) {
            return Optional.of(Refusal.at("entry", ENTRY_OF_A_HIGHER_OFFICE));
        }
        VoidingPolicy.Edition policy = at.policies().voiding().on(at.today());
        LocalDate last = Shanghai.dayOf(entry.fact().recordedAt())
                .plus(policy.within(at.actor().role()).value());
        return last.isBefore(at.today())
                ? Optional.of(Refusal.at("entry", ENTRY_TOO_OLD_TO_VOID, Map.of("last", last.toString())))
                : Optional.empty();
    }

    /** Of the offices that record; what the calendar recorded is the county's to take back. */
    private static int rank(Role role) {
        return switch (role) {
            case CHILD_DIRECTOR -> 0;
            case SUPERVISOR -> 1;
            case COUNTY_OFFICER,
                    CITY_OFFICER,
                    PROVINCE_OFFICER,
                    MINISTRY_OFFICER,
                    INSPECTOR,
                    ANALYST,
                    OPERATOR,
                    SYSTEM -> 2;
        };
    }
}
