package org.huhang.command.area.amendment;

import static org.huhang.kernel.refusal.RefusalCode.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huhang.command.area.file.GuardianEntry;
import org.huhang.command.ask.CaseCommand;
import org.huhang.command.ask.CommandType;
import org.huhang.command.decide.Circumstances;
import org.huhang.command.decide.Decision;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.refusal.Required;
import org.huhang.kernel.value.Address;
import org.huhang.kernel.value.AtMost;
import org.huhang.kernel.value.EntryId;
import org.huhang.kernel.value.HouseholdType;
import org.huhang.kernel.value.KeyCareGround;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.RiskLevel;

/**
 * Entries that were wrong from the start (更正、作废). What was right until a day and changed then is recorded as a change: a move,
 * another arrangement, a reassessment.
 */
public sealed interface AmendmentCommand extends CaseCommand {

    /** What is put right was never so, on whichever day it is put right. */
    @Override
    default boolean isOfItsDay() {
        return false;
    }

    @Override
    default Decision decide(Registered state, Circumstances at) {
        return AmendmentDecision.decide(state, this, at);
    }

    /**
     * Takes back an entry that should not have been made, with all that was recorded by the same command. Who may do so, and how
     * long, is policy.
     *
     * @param entry as history names it
     */
    @CommandType(
            value = "void-entry",
            refuses = {
                ENTRY_UNKNOWN,
                ENTRY_ALREADY_VOIDED,
                ENTRY_CANNOT_BE_VOIDED,
                ENTRY_RESTED_ON,
                ENTRY_OF_A_HIGHER_OFFICE,
                ENTRY_TOO_OLD_TO_VOID
            })
    record VoidEntry(EntryId entry, Narrative reason, LocalDate on) implements AmendmentCommand {
        public VoidEntry {
            Required.field("entry", entry).and("reason", reason).and("on", on).orRefuse();
        }
    }

    /** A command that says what an entry should have said. */
    sealed interface Correction extends AmendmentCommand {

        /** Absent for the registration. */
        Optional<EntryId> entry();

        Narrative reason();
    }

    /**
     * Puts right where the child lived by the registration or by a move.
     *
     * @param since first day in the county-level unit; absent keeps that of the registration, and for a move follows from it
     * @param movedOn the day of the move; absent keeps it
     */
    @CommandType(
            value = "correct-residence",
            refuses = {
                ENTRY_UNKNOWN,
                ENTRY_ALREADY_VOIDED,
                ENTRY_OF_ANOTHER_KIND,
                ENTRY_CANNOT_BE_VOIDED,
                ENTRY_RESTED_ON,
                NOTHING_CHANGES,
                PERIOD_REVERSED,
                DIVISION_UNKNOWN,
                DIVISION_ABOLISHED,
                DIVISION_TOO_COARSE
            })
    record CorrectResidence(
            Optional<EntryId> entry,
            DivisionCode division,
            Optional<Address> address,
            Optional<LocalDate> since,
            Optional<LocalDate> movedOn,
            Narrative reason,
            LocalDate on)
            implements Correction {
        public CorrectResidence {
            Required.field("division", division)
                    .and("reason", reason)
                    .and("on", on)
                    .orRefuse();
        }
    }

    /**
     * Puts right the household registration by the registration or by a move of it.
     *
     * @param householdType absent keeps it
     * @param movedOn the day of the move; absent keeps it
     */
    @CommandType(
            value = "correct-hukou",
            refuses = {
                ENTRY_UNKNOWN,
                ENTRY_ALREADY_VOIDED,
                ENTRY_OF_ANOTHER_KIND,
                ENTRY_CANNOT_BE_VOIDED,
                ENTRY_RESTED_ON,
                NOTHING_CHANGES,
                DIVISION_UNKNOWN,
                DIVISION_ABOLISHED,
                DIVISION_TOO_COARSE
            })
    record CorrectHukou(
            Optional<EntryId> entry,
            DivisionCode division,
            Optional<HouseholdType> householdType,
            Optional<LocalDate> movedOn,
            Narrative reason,
            LocalDate on)
            implements Correction {
        public CorrectHukou {
            Required.field("division", division)
                    .and("reason", reason)
                    .and("on", on)
                    .orRefuse();
        }
    }

    /** Puts right who guarded the child by the registration or by a later entry; {@code guardians} replaces them whole. */
    @CommandType(
            value = "correct-living-arrangement",
            refuses = {
                ENTRY_UNKNOWN,
                ENTRY_ALREADY_VOIDED,
                ENTRY_OF_ANOTHER_KIND,
                ENTRY_CANNOT_BE_VOIDED,
                ENTRY_RESTED_ON,
                NOTHING_CHANGES,
                PERIOD_REVERSED,
                MISSING_FIELD,
                GUARDIAN_CANNOT_BE_AT_HOME,
                PARENT_ENTERED_TWICE,
                DIVISION_UNKNOWN,
                DIVISION_ABOLISHED,
                DIVISION_TOO_COARSE
            })
    record CorrectLivingArrangement(
            Optional<EntryId> entry,
            @AtMost(GuardianEntry.MOST) List<GuardianEntry> guardians,
            Narrative reason,
            LocalDate on)
            implements Correction {
        public CorrectLivingArrangement {
            Required.field("guardians", guardians)
                    .and("reason", reason)
                    .and("on", on)
                    .orRefuse();
            guardians = List.copyOf(guardians);
        }
    }

    /** Puts right the grounds and the risk by a listing or a reassessment for key care. */
    @CommandType(
            value = "correct-key-care",
            refuses = {
                ENTRY_UNKNOWN,
                ENTRY_ALREADY_VOIDED,
                ENTRY_OF_ANOTHER_KIND,
                ENTRY_CANNOT_BE_VOIDED,
                ENTRY_RESTED_ON,
                NOTHING_CHANGES,
                GROUND_REQUIRES_TOWNSHIP_CROSSING
            })
    record CorrectKeyCare(
            Optional<EntryId> entry, Set<KeyCareGround> grounds, RiskLevel risk, Narrative reason, LocalDate on)
            implements Correction {
        public CorrectKeyCare {
            Required.field("entry", entry.orElse(null))
                    .and("grounds", grounds == null || grounds.isEmpty() ? null : grounds)
                    .and("risk", risk)
                    .and("reason", reason)
                    .and("on", on)
                    .orRefuse();
        }
    }
}
