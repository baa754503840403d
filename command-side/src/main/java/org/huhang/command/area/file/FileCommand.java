package org.huhang.command.area.file;

import static org.huhang.kernel.refusal.RefusalCode.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huhang.command.ask.CaseCommand;
import org.huhang.command.ask.CommandType;
import org.huhang.command.decide.Circumstances;
import org.huhang.command.decide.Decision;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.refusal.Required;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.value.Address;
import org.huhang.kernel.value.AtMost;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.CloseReason;
import org.huhang.kernel.value.HouseholdType;
import org.huhang.kernel.value.IdentityDocument;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.SourceAgency;

/** Commands about the file itself. */
public sealed interface FileCommand extends CaseCommand {

    @Override
    default Decision decide(Registered state, Circumstances at) {
        return FileDecision.decide(state, this, at);
    }

    /** A command that concerns a second case as well. */
    sealed interface OfTwoCases extends FileCommand permits Merge, Unmerge {
        CaseId otherCase();

        @Override
        default boolean isOfItsDay() {
            return false;
        }

        @Override
        default List<StreamId> others() {
            return List.of(otherCase().stream());
        }
    }

    /**
     * Opens a case for a child who became known (登记).
     *
     * @param residenceSince day of arrival in the county-level unit where the child lives
     */
    @CommandType(
            value = "register",
            begins = true,
            refuses = {
                ALREADY_REGISTERED,
                DATE_IN_THE_FUTURE,
                BEFORE_BIRTH,
                NOT_A_CHILD,
                PERIOD_REVERSED,
                MISSING_FIELD,
                ID_NUMBER_MALFORMED,
                ID_NUMBER_CHECK_DIGIT,
                ID_NUMBER_BIRTH_DATE_DISAGREES,
                ID_NUMBER_SEX_DISAGREES,
                DOCUMENT_NUMBER_MALFORMED,
                DOCUMENT_ALREADY_ATTACHED,
                DOCUMENT_BELONGS_TO_ANOTHER_CASE,
                GUARDIAN_CANNOT_BE_AT_HOME,
                PARENT_ENTERED_TWICE,
                DIVISION_UNKNOWN,
                DIVISION_ABOLISHED,
                DIVISION_TOO_COARSE
            })
    record Register(
            ChildIdentity identity,
            DivisionCode hukouDivision,
            HouseholdType householdType,
            DivisionCode residenceDivision,
            Optional<Address> residenceAddress,
            LocalDate residenceSince,
            @AtMost(GuardianEntry.MOST) List<GuardianEntry> guardians,
            SourceAgency agency,
            LocalDate on)
            implements FileCommand {
        @Override
        public List<DivisionCode> begins() {
            return List.of(residenceDivision, hukouDivision);
        }

        @Override
        public boolean isOfItsDay() {
            return false;
        }

        /** What comes of it for a child who is not known yet. */
        public Decision open(Circumstances at) {
            return Registration.decide(this, at);
        }

        public Register {
            guardians = guardians == null ? List.of() : List.copyOf(guardians);
            householdType = householdType == null ? HouseholdType.UNKNOWN : householdType;
            Required.field("identity", identity)
                    .and("hukouDivision", hukouDivision)
                    .and("residenceDivision", residenceDivision)
                    .and("residenceSince", residenceSince)
                    .and("agency", agency)
                    .and("on", on)
                    .orRefuse();
        }
    }

    /** Replaces what is recorded of guardians and of how the child lives with them. */
    @CommandType(
            value = "record-living-arrangement",
            refuses = {
                PERIOD_REVERSED,
                MISSING_FIELD,
                GUARDIAN_CANNOT_BE_AT_HOME,
                PARENT_ENTERED_TWICE,
                DIVISION_UNKNOWN,
                DIVISION_ABOLISHED,
                DIVISION_TOO_COARSE
            })
    record RecordLivingArrangement(
            @AtMost(GuardianEntry.MOST) List<GuardianEntry> guardians, LocalDate on) implements FileCommand {
        public RecordLivingArrangement {
            Required.field("guardians", guardians).and("on", on).orRefuse();
            guardians = List.copyOf(guardians);
        }
    }

    @CommandType(
            value = "attach-document",
            refuses = {
                ID_NUMBER_MALFORMED,
                ID_NUMBER_CHECK_DIGIT,
                ID_NUMBER_BIRTH_DATE_DISAGREES,
                ID_NUMBER_SEX_DISAGREES,
                DOCUMENT_NUMBER_MALFORMED,
                DOCUMENT_ALREADY_ATTACHED,
                DOCUMENT_BELONGS_TO_ANOTHER_CASE
            })
    record AttachDocument(IdentityDocument document, LocalDate on) implements FileCommand {
        @Override
        public boolean isOfItsDay() {
            return false;
        }

        public AttachDocument {
            Required.field("document", document).and("on", on).orRefuse();
        }
    }

    /** The recorded identity was wrong; {@code identity} replaces it whole and as if from the start. */
    @CommandType(
            value = "correct-identity",
            refuses = {
                NOTHING_CHANGES,
                BEFORE_BIRTH,
                NOT_A_CHILD,
                ID_NUMBER_MALFORMED,
                ID_NUMBER_CHECK_DIGIT,
                ID_NUMBER_BIRTH_DATE_DISAGREES,
                ID_NUMBER_SEX_DISAGREES,
                DOCUMENT_NUMBER_MALFORMED,
                DOCUMENT_ALREADY_ATTACHED,
                DOCUMENT_BELONGS_TO_ANOTHER_CASE
            })
    record CorrectIdentity(ChildIdentity identity, Narrative reason, LocalDate on) implements FileCommand {
        @Override
        public boolean isOfItsDay() {
            return false;
        }

        public CorrectIdentity {
            Required.field("identity", identity)
                    .and("reason", reason)
                    .and("on", on)
                    .orRefuse();
        }
    }

    /** @param on day of arrival */
    @CommandType(
            value = "move-residence",
            refuses = {NOTHING_CHANGES, DIVISION_UNKNOWN, DIVISION_ABOLISHED, DIVISION_TOO_COARSE})
    record MoveResidence(DivisionCode to, Optional<Address> address, LocalDate on) implements FileCommand {
        public MoveResidence {
            Required.field("to", to).and("on", on).orRefuse();
        }
    }

    @CommandType(
            value = "move-hukou",
            refuses = {NOTHING_CHANGES, DIVISION_UNKNOWN, DIVISION_ABOLISHED, DIVISION_TOO_COARSE})
    record MoveHukou(DivisionCode to, HouseholdType householdType, LocalDate on) implements FileCommand {
        public MoveHukou {
            householdType = householdType == null ? HouseholdType.UNKNOWN : householdType;
            Required.field("to", to).and("on", on).orRefuse();
        }
    }

    /** {@code otherCase} is of the same child and is absorbed into the case addressed. */
    @CommandType(
            value = "merge",
            refuses = {MERGE_WITH_ITSELF, MERGE_TARGET_UNAVAILABLE, IDENTITIES_CONTRADICT})
    record Merge(CaseId otherCase, Narrative reason, LocalDate on) implements OfTwoCases {
        public Merge {
            Required.field("otherCase", otherCase)
                    .and("reason", reason)
                    .and("on", on)
                    .orRefuse();
        }
    }

    /** Undoes a merge: {@code otherCase} was absorbed into the case addressed and lives on by itself again. */
    @CommandType(
            value = "unmerge",
            refuses = {NOT_MERGED, SHARED_DOCUMENT, BEFORE_LAST_CHANGE})
    record Unmerge(CaseId otherCase, Narrative reason, LocalDate on) implements OfTwoCases {
        public Unmerge {
            Required.field("otherCase", otherCase)
                    .and("reason", reason)
                    .and("on", on)
                    .orRefuse();
        }
    }

    /** Closed as registered in error, it lets go of its identity documents: their rightful holder may be registered. */
    @CommandType(
            value = "close",
            refuses = {STILL_UNDER_CARE, STILL_KEY_CARE, NOT_YET_ADULT, BEFORE_REGISTRATION})
    record Close(CloseReason reason, Optional<Narrative> note, LocalDate on) implements FileCommand {
        public Close {
            Required.field("reason", reason).and("on", on).orRefuse();
        }
    }

    /** A case that was closed as registered in error claims its identity documents again. */
    @CommandType(
            value = "reopen",
            refuses = {CASE_NOT_CLOSED, DOCUMENT_BELONGS_TO_ANOTHER_CASE})
    record Reopen(Narrative reason, LocalDate on) implements FileCommand {
        public Reopen {
            Required.field("reason", reason).and("on", on).orRefuse();
        }
    }
}
