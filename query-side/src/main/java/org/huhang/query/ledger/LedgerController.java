package org.huhang.query.ledger;

import static org.huhang.query.ledger.LedgerProjection.NAME;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Optional;
import org.huhang.kernel.access.Access;
import org.huhang.kernel.access.Act;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.policy.Policies;
import org.huhang.kernel.time.Shanghai;
import org.huhang.kernel.value.KeyCareGround;
import org.huhang.kernel.value.RiskLevel;
import org.huhang.query.ReadModels;
import org.huhang.query.api.AsOf;
import org.huhang.query.api.AskedList;
import org.huhang.query.api.Cursor;
import org.huhang.query.api.DivisionFilter;
import org.huhang.query.api.Form;
import org.huhang.query.api.FormOf;
import org.huhang.query.api.Knowledge;
import org.huhang.query.api.Limit;
import org.huhang.query.api.Page;
import org.huhang.query.api.ScopeFilter;
import org.huhang.query.api.ShowsPosition;
import org.huhang.query.api.Words;
import org.huhang.query.api.WordsOf;
import org.huhang.query.area.guardianship.CareState;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 重点关爱服务对象信息台账: the listed children whom the reader's jurisdiction answers for. */
@RestController
@Tag(
        name = "重点关爱台账 · Key-care ledger",
        description = "重点关爱服务对象信息台账 · Children listed for key care, with their next visit")
class LedgerController {

    private final ReadModels readModels;
    private final Divisions divisions;
    private final Policies policies;
    private final Knowledge knowledge;

    LedgerController(ReadModels readModels, Divisions divisions, Policies policies, Knowledge knowledge) {
        this.readModels = readModels;
        this.divisions = divisions;
        this.policies = policies;
        this.knowledge = knowledge;
    }

    /**
     * @param division where the child lives or is registered
     * @param overdue true, false, or the least number of days by which the visit is overdue
     * @param age a band: 0-5, 6-13, 14-15, 16-17
     * @param minAge in completed years today, likewise {@code maxAge}
     * @param sort next-visit-due (the usual) or listed-on
     * @param knownAt the ledger as it was known then: an instant with its offset, a day (its end in Asia/Shanghai) or a
     *     position of the log; absent for now
     * @param on the day on which ages and days overdue are counted, up to today; absent for today, with knownAt for the day of
     *     the last fact known then
     */
    @Operation(operationId = "ledger", summary = "查询台账 · Listed children of your division")
    @ShowsPosition
    @GetMapping("/api/ledger")
    LedgerPage ledger(
            Actor actor,
            @FormOf(Form.DIVISION) @RequestParam(name = "division", required = false) String division,
            @WordsOf(KeyCareGround.class) @RequestParam(name = "ground", required = false) String ground,
            @WordsOf(RiskLevel.class) @RequestParam(name = "risk", required = false) String risk,
            @FormOf(Form.OVERDUE) @RequestParam(name = "overdue", required = false) String overdue,
            @FormOf(Form.AGE_BAND) @RequestParam(name = "age", required = false) String age,
            @FormOf(Form.AGE) @RequestParam(name = "minAge", required = false) String minAge,
            @FormOf(Form.AGE) @RequestParam(name = "maxAge", required = false) String maxAge,
            @WordsOf(CareState.class) @RequestParam(name = "carer", required = false) String carer,
            @WordsOf(LedgerQuery.Sort.class) @RequestParam(name = "sort", required = false) String sort,
            @FormOf(Form.MOMENT) @RequestParam(name = "knownAt", required = false) String knownAt,
            @FormOf(Form.DAY) @RequestParam(name = "on", required = false) String on,
            @FormOf(Form.CURSOR) @RequestParam(name = "cursor", required = false) String cursor,
            @FormOf(Form.LIMIT) @RequestParam(name = "limit", required = false) String limit,
            @FormOf(Form.POSITION) @RequestParam(name = "min-position", required = false) String minPosition,
            @Parameter(hidden = true) HttpServletResponse response) {
        Access.permit(actor, Act.READ_LEDGER);
        ScopeFilter scope = ScopeFilter.of(actor, divisions);
        DivisionFilter within = DivisionFilter.of("division", division, divisions, "residence_scope", "hukou_scope");
        LedgerFilters filters = LedgerFilters.of(ground, risk, carer, overdue, age, minAge, maxAge);
        LedgerQuery.Sort order =
                Words.one("sort", sort, LedgerQuery.Sort.class).orElse(LedgerQuery.Sort.NEXT_VISIT_DUE);
        Optional<LocalDate> asked = knowledge.day("on", on);
        AskedList list = filters.in(AskedList.of(order.list(), actor))
                .with("division", division)
                .with("on", asked)
                .list();
        Optional<Cursor> after = Cursor.read(list, LedgerQuery.CURSOR, cursor);
        Limit rows = Limit.of(limit);
        AsOf asOf = knowledge.asOf("knownAt", knownAt, minPosition, after);
        LedgerPage page = readModels.read(NAME, asOf, (tables, known) -> {
            LocalDate day = asked.or(() -> after.map(LedgerQuery::day))
                    .orElseGet(() -> knownAt == null ? knowledge.today() : Shanghai.dayOf(known.recordedAt()));
            LedgerQuery query = new LedgerQuery(day, known, policies.now().workingDays())
                    .where(scope.sql(), scope.parameters())
                    .where(within.sql(), within.parameters());
            filters.narrow(query, day);
            return query.read(tables, divisions, list, order, after, rows);
        });
        response.setHeader(Page.POSITION, Long.toString(page.position()));
        return page;
    }
}
