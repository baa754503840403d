package org.huhang.query.beside.staff;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.huhang.kernel.access.Access;
import org.huhang.kernel.access.Act;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.beside.staff.StaffState;
import org.huhang.kernel.beside.staff.StaffState.Appointed;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.policy.Policies;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.stream.StreamKind;
import org.huhang.query.api.Form;
import org.huhang.query.api.FormOf;
import org.huhang.query.api.Knowledge;
import org.huhang.query.api.Page;
import org.huhang.query.api.Parameters;
import org.huhang.query.api.ShowsPosition;
import org.huhang.query.api.ShowsVersion;
import org.huhang.query.api.VersionedAnswer;
import org.huhang.query.fact.AskedHistory;
import org.huhang.query.fact.Change;
import org.huhang.query.fact.FactDocument;
import org.huhang.query.fact.Revealing;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** One member of staff, as they stand and how that came to be, read from the log itself: what was acknowledged is in it. */
@RestController
@RequestMapping("/api/staff/{staffId}")
@Tag(name = "查询队伍 · Reading staff")
class StaffRecordController {

    private static final String HISTORY = "staff-history";

    /** One fact with the record before it, null before the appointment, and after it. */
    private record Step(Recorded fact, @Nullable Appointed before, Appointed after) {}

    private final EventLog log;
    private final Divisions divisions;
    private final Policies policies;
    private final Knowledge knowledge;

    StaffRecordController(EventLog log, Divisions divisions, Policies policies, Knowledge knowledge) {
        this.log = log;
        this.divisions = divisions;
        this.policies = policies;
        this.knowledge = knowledge;
    }

    @GetMapping
    @ShowsVersion
    @Operation(
            operationId = "read-staff",
            summary = "一名儿童主任或儿童督导员 · One member of staff",
            description =
                    "Read from the log itself, so every acknowledged command is in it. If-Match goes by the version"
                            + " alone.")
    StaffRecord now(
            @Parameter(hidden = true) Actor actor,
            @PathVariable String staffId,
            @FormOf(Form.POSITION) @RequestParam(name = "min-position", required = false) String minPosition,
            @Parameter(hidden = true) ServletWebRequest request) {
        Access.permit(actor, Act.READ_STAFF);
        knowledge.now(minPosition);
        List<Recorded> facts = log.history(id(staffId));
        Appointed state = theirs(actor, facts);
        LocalDate today = knowledge.today();
        PolicyBook book = policies.now();
        return new VersionedAnswer(facts.getLast(), divisions, book.workingDays(), book.trainingFingerprint(), today)
                .unlessKnown(
                        request,
                        () -> StaffRecord.of(
                                state,
                                facts,
                                today,
                                divisions,
                                book.staffTraining().on(today)));
    }

    @GetMapping("/history")
    @ShowsPosition
    @Operation(
            operationId = "staff-history",
            summary = "逐项经过及其影响 · The facts one by one, oldest first, with what each did to the record",
            description =
                    "Facts in the order in which they were recorded, read from the log itself. knownAt leaves out what"
                            + " was recorded later: an instant with its offset, a day (its end in Asia/Shanghai) or a"
                            + " position of the log. Places are told by the divisions of today.")
    Page<FactDocument> history(
            @Parameter(hidden = true) Actor actor,
            @PathVariable String staffId,
            @FormOf(Form.MOMENT) @RequestParam(required = false) String knownAt,
            @FormOf(Form.CURSOR) @RequestParam(required = false) String cursor,
            @FormOf(Form.LIMIT) @RequestParam(required = false) String limit,
            @FormOf(Form.POSITION) @RequestParam(name = "min-position", required = false) String minPosition,
            @Parameter(hidden = true) HttpServletResponse response) {
        Access.permit(actor, Act.READ_STAFF);
        AskedHistory asked =
                AskedHistory.of(HISTORY, actor, "staffId", staffId, knowledge, knownAt, cursor, limit, minPosition);
        List<Recorded> facts = log.history(id(staffId));
        theirs(actor, facts);
        LocalDate today = knowledge.today();
        return asked.page(
                steps(facts.stream().filter(asked::wasKnown).toList()),
                Step::fact,
                step -> FactDocument.of(
                        step.fact(),
                        Change.between(document(step.before(), facts, today), document(step.after(), facts, today))),
                response);
    }

    private JsonNode document(@Nullable Appointed state, List<Recorded> facts, LocalDate today) {
        return state == null
                ? JsonNodeFactory.instance.objectNode()
                : Revealing.tree(StaffDocument.of(state, facts, today, divisions));
    }

    /** @throws Refused {@code STAFF_NOT_FOUND}, also for one elsewhere and a stream of another kind */
    private Appointed theirs(Actor actor, List<Recorded> facts) {
        List<Step> steps = steps(facts);
        if (steps.isEmpty()) {
            throw notFound();
        }
        Appointed now = steps.getLast().after();
        if (!Access.knows(actor, divisions, now.places().toArray(DivisionCode[]::new))) {
            throw notFound();
        }
        return now;
    }

    /** @return empty for a stream of another kind */
    private static List<Step> steps(List<Recorded> facts) {
        List<Step> steps = new ArrayList<>();
        Appointed before = null;
        for (Recorded fact : facts) {
            StaffState state = before == null ? StaffState.unappointed(fact.stream()) : before;
            switch (state.with(fact.event(), fact.version())) {
                case StaffState.Unappointed _ -> {}
                case Appointed after -> {
                    steps.add(new Step(fact, before, after));
                    before = after;
                }
            }
        }
        return steps;
    }

    private static StreamId id(String text) {
        try {
            return StreamId.of(Parameters.uuid("staffId", text).orElseThrow());
        } catch (Refused malformed) {
            throw notFound();
        }
    }

    private static Refused notFound() {
        return new Refused(StreamKind.STAFF.notFound());
    }
}
