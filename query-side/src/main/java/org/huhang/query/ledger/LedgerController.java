package org.huhang.query.ledger;

import static org.huhang.query.ledger.LedgerProjection.NAME;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.huhang.kernel.access.Access;
import org.huhang.kernel.access.Act;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.time.Shanghai;
import org.huhang.kernel.value.KeyCareGround;
import org.huhang.kernel.value.RiskLevel;
import org.huhang.query.ReadModels;
import org.huhang.query.api.AgeBand;
import org.huhang.query.api.Cursor;
import org.huhang.query.api.DivisionFilter;
import org.huhang.query.api.Limit;
import org.huhang.query.api.Page;
import org.huhang.query.api.Parameters;
import org.huhang.query.api.ScopeFilter;
import org.huhang.query.api.Words;
import org.huhang.query.api.WordsOf;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 重点关爱服务对象信息台账: the listed children whom the reader's jurisdiction answers for. */
@RestController
class LedgerController {

    private static final int OLDEST = 99;
    private static final int LONGEST_OVERDUE = 36_500;

    private final ReadModels readModels;
    private final Divisions divisions;
    private final InstantSource clock;

    LedgerController(ReadModels readModels, Divisions divisions, InstantSource clock) {
        this.readModels = readModels;
        this.divisions = divisions;
        this.clock = clock;
    }

    /**
     * @param division where the child lives or is registered
     * @param overdue true, false, or the least number of days by which the visit is overdue
     * @param age a band: 0-5, 6-13, 14-15, 16-17
     * @param minAge in completed years today, likewise {@code maxAge}
     * @param sort next-visit-due (the usual) or listed-on
     */
    @GetMapping("/api/ledger")
    Page<LedgerRow> ledger(
            Actor actor,
            @RequestParam(name = "division", required = false) String division,
            @WordsOf(KeyCareGround.class) @RequestParam(name = "ground", required = false) String ground,
            @WordsOf(RiskLevel.class) @RequestParam(name = "risk", required = false) String risk,
            @RequestParam(name = "overdue", required = false) String overdue,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"0-5", "6-13", "14-15", "16-17"}))
                    @RequestParam(name = "age", required = false)
                    String age,
            @RequestParam(name = "minAge", required = false) String minAge,
            @RequestParam(name = "maxAge", required = false) String maxAge,
            @WordsOf(CareState.class) @RequestParam(name = "carer", required = false) String carer,
            @WordsOf(LedgerQuery.Sort.class) @RequestParam(name = "sort", required = false) String sort,
            @RequestParam(name = "cursor", required = false) String cursor,
            @RequestParam(name = "limit", required = false) String limit,
            @RequestParam(name = "min-position", required = false) String minPosition) {
        Access.permit(actor, Act.READ_LEDGER);
        ScopeFilter scope = ScopeFilter.of(actor, divisions);
        DivisionFilter within = DivisionFilter.of("division", division, divisions, "residence_scope", "hukou_scope");
        LocalDate today = Shanghai.dayOf(clock.instant());
        LedgerQuery query =
                new LedgerQuery(today).where(scope.sql(), scope.parameters()).where(within.sql(), within.parameters());
        Words.one("ground", ground, KeyCareGround.class)
                .ifPresent(one -> query.where(":ground = ANY (grounds)", Map.of("ground", one.name())));
        Words.one("risk", risk, RiskLevel.class)
                .ifPresent(one -> query.where("risk = :risk", Map.of("risk", one.name())));
        Words.one("carer", carer, CareState.class)
                .ifPresent(one -> query.where("care = :care", Map.of("care", one.name())));
        overdue(overdue, today, query);
        Optional<AgeBand> band = AgeBand.of("age", age);
        band.ifPresent(years -> atLeast(years.from(), "bandFrom", query));
        band.ifPresent(years -> atMost(years.to(), "bandTo", query));
        number("minAge", minAge, OLDEST).ifPresent(years -> atLeast(years, "minAge", query));
        number("maxAge", maxAge, OLDEST).ifPresent(years -> atMost(years, "maxAge", query));
        LedgerQuery.Sort order =
                Words.one("sort", sort, LedgerQuery.Sort.class).orElse(LedgerQuery.Sort.NEXT_VISIT_DUE);
        Optional<Cursor> after = Cursor.read(order.list(), 2, cursor);
        Limit rows = Limit.of(limit);
        readModels.await(NAME, Parameters.position("min-position", minPosition));
        return readModels.read(NAME, tables -> query.read(tables, divisions, order, after, rows));
    }

    private static void overdue(String text, LocalDate today, LedgerQuery query) {
        if (text == null) {
            return;
        }
        if (text.equals("false")) {
            query.where("next_visit_due >= :today", Map.of());
            return;
        }
        int days = text.equals("true")
                ? 1
                : number("overdue", text, LONGEST_OVERDUE).getAsInt();
        query.where("next_visit_due <= :overdueSince", Map.of("overdueSince", today.minusDays(days)));
    }

    private static void atLeast(int years, String name, LedgerQuery query) {
        query.where("birth_date + make_interval(years => :%s) <= :today".formatted(name), Map.of(name, years));
    }

    private static void atMost(int years, String name, LedgerQuery query) {
        query.where("birth_date + make_interval(years => :%s) > :today".formatted(name), Map.of(name, years + 1));
    }

    private static OptionalInt number(String name, String text, int most) {
        if (text == null) {
            return OptionalInt.empty();
        }
        int number = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : most + 1;
        if (number > most) {
            throw new Refused(Refusal.at(name, RefusalCode.INVALID_PARAMETER, Map.of("allowed", "0-" + most)));
        }
        return OptionalInt.of(number);
    }
}
