package org.huhang.query.beside.staff;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
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
import org.huhang.kernel.log.VersionTag;
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
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** One member of staff, read from the log itself: every acknowledged command is in it. */
@RestController
@Tag(name = "查询队伍 · Reading staff")
class StaffRecordController {

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

    @GetMapping("/api/staff/{staffId}")
    @ApiResponse(
            responseCode = "200",
            description = "The member of staff",
            useReturnTypeSchema = true,
            headers = {
                @Header(
                        name = HttpHeaders.ETAG,
                        required = true,
                        description =
                                "Version of the record and, behind a point, the tables of divisions, the calendar and"
                                        + " the day, in quotes",
                        schema = @Schema(type = "string")),
                @Header(
                        name = Page.POSITION,
                        required = true,
                        description = "Position of its last fact in the log",
                        schema = @Schema(type = "string", pattern = "^[0-9]+$")),
                @Header(
                        name = Page.TABLES,
                        required = true,
                        description =
                                "Tables of divisions by which places are named, and calendar- with the digest of the"
                                        + " working days",
                        schema = @Schema(type = "string"))
            })
    @ApiResponse(
            responseCode = "304",
            description = "Nothing has changed since the answer whose ETag If-None-Match gave",
            headers = {
                @Header(name = HttpHeaders.ETAG, required = true, schema = @Schema(type = "string")),
                @Header(name = Page.POSITION, required = true, schema = @Schema(type = "string")),
                @Header(name = Page.TABLES, required = true, schema = @Schema(type = "string"))
            },
            content = @Content)
    @Operation(
            operationId = "read-staff",
            summary = "一名儿童主任或儿童督导员 · One member of staff",
            description =
                    "Read from the log itself, so every acknowledged command is in it. If-Match goes by the version alone.")
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
        Recorded last = facts.getLast();
        String tag = VersionTag.of(
                last.version(),
                divisions.tables() + "-" + book.workingDays().fingerprint() + "-"
                        + book.trainingFingerprint() + "-"
                        + today.format(DateTimeFormatter.BASIC_ISO_DATE));
        HttpServletResponse response = request.getResponse();
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.setHeader(Page.TABLES, Page.tables(divisions, book.workingDays()));
        response.setHeader(Page.POSITION, Long.toString(last.position()));
        if (VersionTag.had(request.getHeaderValues(HttpHeaders.IF_NONE_MATCH), tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return null;
        }
        return StaffRecord.of(
                state, facts, today, divisions, book.staffTraining().on(today));
    }

    /** @throws Refused {@code STAFF_NOT_FOUND}, also for one elsewhere and a stream of another kind */
    private Appointed theirs(Actor actor, List<Recorded> facts) {
        if (facts.isEmpty()) {
            throw notFound();
        }
        StaffState state = StaffState.unappointed(facts.getFirst().stream());
        for (Recorded fact : facts) {
            state = state.with(fact.event(), fact.version());
        }
        return switch (state) {
            case StaffState.Unappointed _ -> throw notFound();
            case Appointed appointed -> {
                if (!Access.knows(actor, divisions, appointed.places().toArray(DivisionCode[]::new))) {
                    throw notFound();
                }
                yield appointed;
            }
        };
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
