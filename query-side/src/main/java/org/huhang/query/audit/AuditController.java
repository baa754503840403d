package org.huhang.query.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.OptionalLong;
import org.huhang.kernel.access.Access;
import org.huhang.kernel.access.Act;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.division.Divisions;
import org.huhang.query.ReadModels;
import org.huhang.query.api.Cursor;
import org.huhang.query.api.Limit;
import org.huhang.query.api.Page;
import org.huhang.query.api.Parameters;
import org.huhang.query.api.ScopeFilter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who recorded what of which case. */
@RestController
@Tag(name = "Audit")
class AuditController {

    private final ReadModels readModels;
    private final Divisions divisions;

    AuditController(ReadModels readModels, Divisions divisions) {
        this.readModels = readModels;
        this.divisions = divisions;
    }

    @GetMapping("/api/audit")
    @Operation(
            summary = "Facts newest first: who, when, in which role, from which request",
            description =
                    "Only of cases that live or are registered in the caller's division today. from and to are days"
                            + " of recording in Asia/Shanghai, both included. min-position waits until the audit has taken in"
                            + " that position of the log.")
    Page<AuditEntry> list(
            @Parameter(hidden = true) Actor actor,
            @RequestParam(required = false) String caseId,
            @RequestParam(name = "actor", required = false) String by,
            @RequestParam(required = false) String event,
            @RequestParam(required = false) String requestId,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            @RequestParam(required = false) String cursor,
            @RequestParam(required = false) String limit,
            @RequestParam(name = "min-position", required = false) String minPosition,
            @Parameter(hidden = true) HttpServletResponse response) {
        Access.permit(actor, Act.READ_AUDIT);
        AuditFilter filter = AuditFilter.of(caseId, by, event, requestId, from, to);
        Optional<Cursor> after = AuditQuery.cursor(cursor);
        Limit rows = Limit.of(limit);
        OptionalLong atLeast = Parameters.position("min-position", minPosition);
        readModels.await(AuditProjection.NAME, atLeast);
        response.setHeader("Huhang-Position", Long.toString(readModels.position(AuditProjection.NAME)));
        return readModels.read(
                AuditProjection.NAME,
                tables -> AuditQuery.page(
                        tables,
                        filter,
                        ScopeFilter.of(actor, divisions, "s.residence_scope", "s.hukou_scope"),
                        after,
                        rows));
    }
}
