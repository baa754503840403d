package org.huhang.command.beside.staff;

import static org.huhang.kernel.refusal.RefusalCode.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huhang.command.ask.Command;
import org.huhang.command.ask.CommandType;
import org.huhang.command.decide.Circumstances;
import org.huhang.command.decide.Decision;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.beside.staff.PostEndReason;
import org.huhang.kernel.beside.staff.StaffPost;
import org.huhang.kernel.beside.staff.StaffState;
import org.huhang.kernel.beside.staff.TrainingKind;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.refusal.Required;
import org.huhang.kernel.stream.StreamKind;
import org.huhang.kernel.stream.StreamState;
import org.huhang.kernel.value.AtMost;
import org.huhang.kernel.value.Contact;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.PersonName;

/** Child directors (儿童主任) and township supervisors (儿童督导员): what they answer for, and their training. Plan 2024 (十六). */
public sealed interface StaffCommand extends Command {

    /** Areas that one member of staff may answer for. */
    int MOST_AREAS = 50;

    @Override
    default StreamKind kind() {
        return StreamKind.STAFF;
    }

    @Override
    default Decision decide(StreamState state, Circumstances at) {
        return switch (state) {
            case StaffState it -> StaffDecision.decide(it, this, at);
            case CaseState _ -> throw new IllegalArgumentException("A case is no member of staff");
        };
    }

    /**
     * @param areas villages for a child director, townships for a supervisor
     * @param on the first day in the post
     */
    @CommandType(
            value = "appoint",
            begins = true,
            refuses = {
                ALREADY_APPOINTED,
                POST_ABOVE_YOUR_LEVEL,
                AREA_NOT_OF_THE_POST,
                AREA_OUTSIDE_YOUR_DIVISION,
                DIVISION_UNKNOWN,
                DIVISION_ABOLISHED,
                DIVISION_NOT_YET_IN_FORCE,
                DATE_IN_THE_FUTURE
            })
    record Appoint(
            PersonName name,
            StaffPost post,
            @AtMost(MOST_AREAS) List<DivisionCode> areas,
            Optional<Contact> contact,
            LocalDate on)
            implements StaffCommand {

        public Appoint {
            areas = areas == null ? List.of() : List.copyOf(areas);
            Required.field("name", name)
                    .and("post", post)
                    .and("areas", areas.isEmpty() ? null : areas)
                    .and("on", on)
                    .orRefuse();
        }

        @Override
        public List<DivisionCode> begins() {
            return areas;
        }
    }

    /** @param areas all that they answer for from that day on, in the place of those before */
    @CommandType(
            value = "assign-area",
            refuses = {
                AREA_NOT_OF_THE_POST,
                AREAS_UNCHANGED,
                DIVISION_UNKNOWN,
                DIVISION_ABOLISHED,
                DIVISION_NOT_YET_IN_FORCE
            })
    record AssignArea(@AtMost(MOST_AREAS) List<DivisionCode> areas, LocalDate on) implements StaffCommand {

        public AssignArea {
            areas = areas == null ? List.of() : List.copyOf(areas);
            Required.field("areas", areas.isEmpty() ? null : areas)
                    .and("on", on)
                    .orRefuse();
        }
    }

    /** @param on the first day on which they answer for nothing any more */
    @CommandType(value = "end-post", refuses = BEFORE_LAST_CHANGE)
    record EndPost(PostEndReason reason, Optional<Narrative> note, LocalDate on) implements StaffCommand {

        public EndPost {
            Required.field("reason", reason).and("on", on).orRefuse();
        }
    }

    /** @param on the last day of the training */
    @CommandType(value = "record-training", refuses = TRAINING_ALREADY_RECORDED)
    record RecordTraining(TrainingKind training, Narrative subject, LocalDate on) implements StaffCommand {

        public RecordTraining {
            Required.field("training", training)
                    .and("subject", subject)
                    .and("on", on)
                    .orRefuse();
        }
    }
}
