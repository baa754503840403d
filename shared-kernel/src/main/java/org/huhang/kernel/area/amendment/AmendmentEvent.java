package org.huhang.kernel.area.amendment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huhang.kernel.area.keycare.Grounds;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.EventType;
import org.huhang.kernel.value.EntryId;
import org.huhang.kernel.value.Guardian;
import org.huhang.kernel.value.Hukou;
import org.huhang.kernel.value.KeyCareGround;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.PolicyEditionId;
import org.huhang.kernel.value.Residence;
import org.huhang.kernel.value.RiskLevel;

/**
 * Entries that were wrong from the start (更正): what one says counts as if it had always said so, save in the history and in
 * what was known before. What was so until a day and is otherwise since is no correction but a change, and has facts of its own.
 * {@code effectiveOn} is the day that the entry itself is true from.
 */
public sealed interface AmendmentEvent extends CaseEvent {

    /**
     * These entries should not have been made (作废). They are those of one command: what it was asked for, and what followed
     * from that.
     */
    @EventType("EntryVoided")
    record EntryVoided(List<EntryId> entries, Narrative reason, LocalDate effectiveOn) implements AmendmentEvent {
        public EntryVoided {
            entries = List.copyOf(entries);
        }
    }

    /** What an entry should have said instead; the last correction of it stands. */
    sealed interface Corrected extends AmendmentEvent {

        /** A registration, or an entry of the kind that is corrected. */
        EntryId entry();

        /** Empty where it follows from another entry that was told late, voided or corrected. */
        Optional<Narrative> reason();
    }

    /** Where the child lived, and since when, by a registration or a move. */
    @EventType("ResidenceCorrected")
    record ResidenceCorrected(EntryId entry, Residence residence, Optional<Narrative> reason, LocalDate effectiveOn)
            implements Corrected {}

    /** The household registration, by a registration or a move of it. */
    @EventType("HukouCorrected")
    record HukouCorrected(EntryId entry, Hukou hukou, Optional<Narrative> reason, LocalDate effectiveOn)
            implements Corrected {}

    /** Who guarded the child, by a registration or a later entry. */
    @EventType("LivingArrangementCorrected")
    record LivingArrangementCorrected(
            EntryId entry, List<Guardian> guardians, Optional<Narrative> reason, LocalDate effectiveOn)
            implements Corrected {
        public LivingArrangementCorrected {
            guardians = guardians == null ? List.of() : List.copyOf(guardians);
        }
    }

    /** On which grounds, and at which risk, the child was listed or reassessed for key care. */
    @EventType("KeyCareCorrected")
    record KeyCareCorrected(
            EntryId entry,
            Set<KeyCareGround> grounds,
            RiskLevel risk,
            LocalDate nextVisitDue,
            PolicyEditionId edition,
            Optional<Narrative> reason,
            LocalDate effectiveOn)
            implements Corrected {
        public KeyCareCorrected {
            grounds = Grounds.ordered(grounds);
        }
    }
}
