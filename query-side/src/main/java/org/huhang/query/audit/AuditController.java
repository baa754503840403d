package org.huhang.query.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.huhang.kernel.access.Access;
import org.huhang.kernel.access.Act;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.division.Divisions;
import org.huhang.query.ReadModels;
import org.huhang.query.api.AsOf;
import org.huhang.query.api.AskedList;
import org.huhang.query.api.Cursor;
import org.huhang.query.api.Form;
import org.huhang.query.api.FormOf;
import org.huhang.query.api.Knowledge;
import org.huhang.query.api.Limit;
import org.huhang.query.api.Page;
import org.huhang.query.api.ScopeFilter;
import org.huhang.query.api.ShowsPosition;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who recorded what of which case. */
@RestController
@Tag(name = "操作记录 · Audit", description = "谁在何时记录了什么 · Who recorded what, when and in which role")
class AuditController {

    private static final String LIST = "audit";

    private final ReadModels readModels;
    private final Knowledge knowledge;
    private final Divisions divisions;

    AuditController(ReadModels readModels, Knowledge knowledge, Divisions divisions) {
        this.readModels = readModels;
        this.knowledge = knowledge;
        this.divisions = divisions;
    }

    @GetMapping("/api/audit")
    @ShowsPosition
    @Operation(
            operationId = "audit",
            summary = "操作记录,从新到旧 · Facts newest first: who, when, in which role, from which request",
            description =
                    "Of cases that live or are registered in the caller's division all that was ever recorded; of those that"
                            + " did before, what was recorded from the move there to the move away, both included; likewise of staff who answer, or"
                            + " answered, for something in it. from and to, both included, are each a"
                            + " day of recording in Asia/Shanghai, an instant with its offset or a position of the log. The"
                            + " answer names the position and the time that it rests on; given as knownAt, with the same"
                            + " from and to, either gives the same entries again. min-position waits until the audit has"
                            + " taken in that position of the log.")
    Page<AuditEntry> list(
            @Parameter(hidden = true) Actor actor,
            @FormOf(Form.IDENTIFIER) @RequestParam(required = false) String caseId,
            @FormOf(Form.IDENTIFIER) @RequestParam(required = false) String staffId,
            @FormOf(Form.TEXT) @RequestParam(name = "actor", required = false) String by,
            @FormOf(Form.TEXT) @RequestParam(required = false) String event,
            @FormOf(Form.TEXT) @RequestParam(required = false) String requestId,
            @FormOf(Form.TEXT) @RequestParam(required = false) String clientRequestId,
            @FormOf(Form.MOMENT) @RequestParam(required = false) String from,
            @FormOf(Form.MOMENT) @RequestParam(required = false) String to,
            @FormOf(Form.MOMENT) @RequestParam(required = false) String knownAt,
            @FormOf(Form.CURSOR) @RequestParam(required = false) String cursor,
            @FormOf(Form.LIMIT) @RequestParam(required = false) String limit,
            @FormOf(Form.POSITION) @RequestParam(name = "min-position", required = false) String minPosition,
            @Parameter(hidden = true) HttpServletResponse response) {
        Access.permit(actor, Act.READ_AUDIT);
        AuditFilter filter =
                AuditFilter.of(caseId, staffId, by, event, requestId, clientRequestId, from, to, knowledge);
        AskedList list = filter.in(AskedList.of(LIST, actor)).list();
        Optional<Cursor> after = Cursor.read(list, AuditQuery.CURSOR, cursor);
        Limit rows = Limit.of(limit);
        ScopeFilter cases = ScopeFilter.of(actor, divisions, "s.residence_scope", "s.hukou_scope");
        ScopeFilter staff = ScopeFilter.of(actor, divisions, "s.scope");
        AsOf asOf = knowledge.asOf("knownAt", knownAt, minPosition, after);
        Page<AuditEntry> page = readModels.read(
                AuditProjection.NAME,
                asOf,
                (tables, known) -> AuditQuery.page(tables, filter, cases, staff, list, after, rows, known));
        page.tell(response);
        return page;
    }
}
