package org.huhang.kernel.area.guardianship;

import java.time.LocalDate;
import java.util.Optional;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.EventType;
import org.huhang.kernel.value.CareMode;
import org.huhang.kernel.value.Carer;
import org.huhang.kernel.value.LapseGround;
import org.huhang.kernel.value.LongTermEndReason;
import org.huhang.kernel.value.LongTermGround;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.PolicyEditionId;

/** Who guards the child. Minors Protection Law (未成年人保护法), arts. 91-96. */
public sealed interface GuardianshipEvent extends CaseEvent {

    /** Nobody with the duty to guard this child is able to. Art. 92. */
    @EventType("GuardianshipLapsed")
    record GuardianshipLapsed(LapseGround ground, Narrative circumstances, LocalDate effectiveOn)
            implements GuardianshipEvent {}

    /** From its day on this carer gives the temporary care, in this mode. */
    sealed interface CareArranged extends GuardianshipEvent {
        CareMode mode();

        Carer carer();

        LocalDate reviewBy();

        PolicyEditionId edition();
    }

    /**
     * A civil affairs department stands in for the guardian (临时监护). Art. 93.
     *
     * @param reviewBy last day for the review of this care
     * @param oneYearMark the day after which the care has lasted over a year (法发〔2014〕24号, art. 15): an alert only
     */
    @EventType("TemporaryCareAssigned")
    record TemporaryCareAssigned(
            CareMode mode,
            Carer carer,
            LocalDate reviewBy,
            LocalDate oneYearMark,
            PolicyEditionId edition,
            LocalDate effectiveOn)
            implements CareArranged {}

    /**
     * Temporary care goes on with another carer or in another mode. Since the State stood in all along, the year goes on
     * from its first day.
     *
     * @param reviewBy last day for the review of the care as it is now
     */
    @EventType("TemporaryCareChanged")
    record TemporaryCareChanged(
            CareMode mode,
            Carer carer,
            Optional<Narrative> reason,
            LocalDate reviewBy,
            PolicyEditionId edition,
            LocalDate effectiveOn)
            implements CareArranged {}

    /** Temporary care was looked at again and goes on. */
    @EventType("TemporaryCareReviewed")
    record TemporaryCareReviewed(
            Narrative outcome, LocalDate nextReviewBy, PolicyEditionId edition, LocalDate effectiveOn)
            implements GuardianshipEvent {}

    /** Whether the child can go back to the guardian was assessed. */
    @EventType("ReturnAssessed")
    record ReturnAssessed(boolean suitable, Narrative findings, LocalDate effectiveOn) implements GuardianshipEvent {}

    @EventType("ReturnedToGuardian")
    record ReturnedToGuardian(LocalDate effectiveOn) implements GuardianshipEvent {}

    /** The State is guardian (长期监护). Art. 94. */
    @EventType("LongTermGuardianshipAssumed")
    record LongTermGuardianshipAssumed(LongTermGround ground, Narrative basis, LocalDate effectiveOn)
            implements GuardianshipEvent {}

    /**
     * The State is no longer guardian: the child is adopted, or a guardian guards again. Art. 95; Civil Code, art. 38.
     *
     * @param basis what shows it, e.g. the registration of the adoption or the decision of the court
     */
    @EventType("LongTermGuardianshipEnded")
    record LongTermGuardianshipEnded(LongTermEndReason reason, Narrative basis, LocalDate effectiveOn)
            implements GuardianshipEvent {}
}
