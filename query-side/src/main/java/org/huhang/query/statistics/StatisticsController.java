package org.huhang.query.statistics;

import static org.huhang.query.statistics.StatisticsProjection.NAME;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huhang.kernel.access.Access;
import org.huhang.kernel.access.Act;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.policy.Policies;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.value.Sex;
import org.huhang.query.ReadModels;
import org.huhang.query.api.AgeBand;
import org.huhang.query.api.AsOf;
import org.huhang.query.api.AskedList;
import org.huhang.query.api.Cursor;
import org.huhang.query.api.DivisionFilter;
import org.huhang.query.api.Form;
import org.huhang.query.api.FormOf;
import org.huhang.query.api.Knowledge;
import org.huhang.query.api.Limit;
import org.huhang.query.api.Page;
import org.huhang.query.api.Parameters;
import org.huhang.query.api.ScopeFilter;
import org.huhang.query.api.ShowsPosition;
import org.huhang.query.api.Words;
import org.huhang.query.api.WordsOf;
import org.huhang.query.area.Measure;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Figures. Each speaks of the last day of its month, while the month runs of the day of the last fact known; it says what is
 * now known of that day and what was first reported, and can be followed to its facts. A reader sees the part inside their jurisdiction.
 */
@RestController
@RequestMapping("/api/statistics")
@Tag(
        name = "统计 · Statistics",
        description = "各月末的人数及其依据 · Figures of the last day of a month, and the facts behind them")
class StatisticsController {

    private final ReadModels readModels;
    private final Divisions divisions;
    private final Knowledge knowledge;
    private final Policies policies;

    StatisticsController(ReadModels readModels, Divisions divisions, Knowledge knowledge, Policies policies) {
        this.readModels = readModels;
        this.divisions = divisions;
        this.knowledge = knowledge;
        this.policies = policies;
    }

    /**
     * @param position of the last fact of the log that the numbers rest on
     * @param knownAt when that fact was recorded: asked for as of either, the numbers are the same for ever
     */
    public record Answer<T>(long position, Instant knownAt, List<T> cells) {

        static <T> Answer<T> of(Moment known, List<T> cells) {
            return new Answer<>(known.position(), known.recordedAt(), cells);
        }
    }

    /**
     * Children by division.
     *
     * @param to last month of a series of at most 24; absent for one month
     * @param level of the divisions counted: province, prefecture, county, township, village
     * @param place by which a child is counted: residence (the usual) or hukou
     * @param map by which places are told apart: today (the usual), or the day the figure speaks of
     * @param by status (the usual), ground, sex, age-band, between commas
     * @param measure only these, between commas
     * @param knownAt as it was known then: an instant with its offset, a day (its end in Asia/Shanghai) or a position of the
     *     log; absent for now
     */
    @Operation(operationId = "statistics-counts", summary = "按区划统计儿童人数 · Children by division")
    @ShowsPosition
    @GetMapping("/counts")
    Answer<Cell> counts(
            Actor actor,
            @Parameter(required = true) @FormOf(Form.MONTH) @RequestParam(name = "month", required = false)
                    String month,
            @FormOf(Form.MONTH) @RequestParam(name = "to", required = false) String to,
            @Parameter(required = true)
                    @WordsOf(DivisionCode.Level.class)
                    @RequestParam(name = "level", required = false)
                    String level,
            @FormOf(Form.DIVISION) @RequestParam(name = "division", required = false) String division,
            @WordsOf(CountedBy.class) @RequestParam(name = "place", required = false) String place,
            @WordsOf(DivisionsOf.class) @RequestParam(name = "map", required = false) String map,
            @WordsOf(value = Counts.By.class, several = true) @RequestParam(name = "by", required = false) String by,
            @WordsOf(value = Measure.class, several = true) @RequestParam(name = "measure", required = false)
                    String measure,
            @FormOf(Form.MOMENT) @RequestParam(name = "knownAt", required = false) String knownAt,
            @FormOf(Form.POSITION) @RequestParam(name = "min-position", required = false) String minPosition,
            @Parameter(hidden = true) HttpServletResponse response) {
        Access.permit(actor, Act.READ_STATISTICS);
        YearMonth first = required("month", Parameters.month("month", month));
        YearMonth last = Parameters.month("to", to).orElse(first);
        ReportingDay.check(first, last, knowledge.today());
        DivisionCode.Level divided = required("level", Words.one("level", level, DivisionCode.Level.class));
        CountedBy countedBy = Words.one("place", place, CountedBy.class).orElse(CountedBy.RESIDENCE);
        DivisionsOf divisionsOf = divisionsOf(map);
        Set<Counts.By> axes = Words.several("by", by, Counts.By.class);
        Set<Measure> counted = measures(axes, Words.several("measure", measure, Measure.class));
        DivisionFilter within = within("division", division, divisionsOf, Counts.narrowedBy(countedBy, divisionsOf));
        ScopeFilter scope = ScopeFilter.of(actor, divisions, countedBy.column());
        AsOf asOf = knowledge.asOf(knownAt, minPosition);
        return told(response, readModels.read(NAME, asOf, (tables, known) -> {
            Series days = new Series(ReportingDay.each(
                    first, last, known, knowledge, policies.now().ages()));
            return Answer.of(
                    known,
                    new Counts(days, divided, countedBy, divisionsOf, axes, counted, within, scope)
                            .read(tables, divisions));
        }));
    }

    /** Children by province of residence and of household registration; MIGRANT unless another measure is asked for. */
    @Operation(
            operationId = "statistics-matrix",
            summary = "流入地与户籍地省际人数 · Children by province of residence and of registration")
    @ShowsPosition
    @GetMapping("/matrix")
    Answer<Flow> matrix(
            Actor actor,
            @Parameter(required = true) @FormOf(Form.MONTH) @RequestParam(name = "month", required = false)
                    String month,
            @WordsOf(Measure.class) @RequestParam(name = "measure", required = false) String measure,
            @FormOf(Form.DIVISION) @RequestParam(name = "division", required = false) String division,
            @WordsOf(DivisionsOf.class) @RequestParam(name = "map", required = false) String map,
            @FormOf(Form.MOMENT) @RequestParam(name = "knownAt", required = false) String knownAt,
            @FormOf(Form.POSITION) @RequestParam(name = "min-position", required = false) String minPosition,
            @Parameter(hidden = true) HttpServletResponse response) {
        Access.permit(actor, Act.READ_STATISTICS);
        YearMonth asked = begun(month);
        Measure counted = Words.one("measure", measure, Measure.class).orElse(Measure.MIGRANT);
        DivisionsOf divisionsOf = divisionsOf(map);
        DivisionFilter within = within(
                "division",
                division,
                divisionsOf,
                OnDay.code(CountedBy.RESIDENCE, divisionsOf),
                OnDay.code(CountedBy.HUKOU, divisionsOf));
        ScopeFilter scope = ScopeFilter.of(actor, divisions, CountedBy.RESIDENCE.column(), CountedBy.HUKOU.column());
        AsOf asOf = knowledge.asOf(knownAt, minPosition);
        return told(
                response,
                readModels.read(
                        NAME,
                        asOf,
                        (tables, known) -> Answer.of(
                                known,
                                new Matrix(day(asked, known), counted, divisionsOf, within, scope)
                                        .read(tables, divisions))));
    }

    /**
     * The facts behind one cell: give what tells the cell apart. Which cases they belong to is shown to those who may read
     * cases.
     *
     * @param division of a cell of counts, by {@code place}
     * @param residence province of a cell of the matrix; likewise {@code hukou}
     * @param map as the cell was asked for
     */
    @Operation(operationId = "statistics-evidence", summary = "某一数字所依据的事实 · The facts behind one figure")
    @ShowsPosition
    @GetMapping("/evidence")
    Page<Evidence.Basis> evidence(
            Actor actor,
            @Parameter(required = true) @FormOf(Form.MONTH) @RequestParam(name = "month", required = false)
                    String month,
            @Parameter(required = true) @WordsOf(Measure.class) @RequestParam(name = "measure", required = false)
                    String measure,
            @FormOf(Form.DIVISION) @RequestParam(name = "division", required = false) String division,
            @WordsOf(CountedBy.class) @RequestParam(name = "place", required = false) String place,
            @FormOf(Form.DIVISION) @RequestParam(name = "residence", required = false) String residence,
            @FormOf(Form.DIVISION) @RequestParam(name = "hukou", required = false) String hukou,
            @WordsOf(DivisionsOf.class) @RequestParam(name = "map", required = false) String map,
            @WordsOf(Sex.class) @RequestParam(name = "sex", required = false) String sex,
            @FormOf(Form.AGE_BAND) @RequestParam(name = "age-band", required = false) String ageBand,
            @FormOf(Form.MOMENT) @RequestParam(name = "knownAt", required = false) String knownAt,
            @FormOf(Form.CURSOR) @RequestParam(name = "cursor", required = false) String cursor,
            @FormOf(Form.LIMIT) @RequestParam(name = "limit", required = false) String limit,
            @FormOf(Form.POSITION) @RequestParam(name = "min-position", required = false) String minPosition,
            @Parameter(hidden = true) HttpServletResponse response) {
        Access.permit(actor, Act.READ_STATISTICS);
        YearMonth asked = begun(month);
        Measure counted = required("measure", Words.one("measure", measure, Measure.class));
        CountedBy countedBy = Words.one("place", place, CountedBy.class).orElse(CountedBy.RESIDENCE);
        DivisionsOf divisionsOf = divisionsOf(map);
        Optional<Sex> ofSex = Words.one("sex", sex, Sex.class);
        Optional<AgeBand> ofAge = AgeBand.of("age-band", ageBand);
        List<DivisionFilter> within = List.of(
                cell("division", division, divisionsOf, OnDay.code(countedBy, divisionsOf)),
                cell("residence", residence, divisionsOf, OnDay.code(CountedBy.RESIDENCE, divisionsOf)),
                cell("hukou", hukou, divisionsOf, OnDay.code(CountedBy.HUKOU, divisionsOf)));
        boolean ofMatrix = residence != null && hukou != null;
        ScopeFilter scope = ofMatrix
                ? ScopeFilter.of(actor, divisions, CountedBy.RESIDENCE.column(), CountedBy.HUKOU.column())
                : ScopeFilter.of(actor, divisions, countedBy.column());
        AskedList list = AskedList.of(Evidence.LIST, actor)
                .with("month", asked)
                .with("measure", counted)
                .with("place", countedBy)
                .with("sex", ofSex)
                .with("age-band", ofAge)
                .with("division", division)
                .with("residence", residence)
                .with("hukou", hukou)
                .with("map", divisionsOf)
                .list();
        Optional<Cursor> after = Cursor.read(list, 2, cursor);
        Limit rows = Limit.of(limit);
        AsOf asOf = knowledge.asOf("knownAt", knownAt, minPosition, after);
        Page<Evidence.Basis> page = readModels.read(NAME, asOf, (tables, known) -> new Evidence(
                        day(asked, known), counted, ofSex, ofAge, divisionsOf, within, scope)
                .read(tables, divisions, list, after, rows, known));
        page.tell(response);
        return page.map(fact -> fact.seenBy(actor));
    }

    private static DivisionsOf divisionsOf(String text) {
        return Words.one("map", text, DivisionsOf.class).orElse(DivisionsOf.TODAY);
    }

    private DivisionFilter within(String name, String text, DivisionsOf map, String... columns) {
        return switch (map) {
            case TODAY -> DivisionFilter.of(name, text, divisions, columns);
            case DAY -> DivisionFilter.asItWas(name, text, divisions, columns);
        };
    }

    private DivisionFilter cell(String name, String text, DivisionsOf map, String... columns) {
        return switch (map) {
            case TODAY -> DivisionFilter.ofCell(name, text, divisions, columns);
            case DAY -> DivisionFilter.asItWas(name, text, divisions, columns);
        };
    }

    private YearMonth begun(String month) {
        YearMonth asked = required("month", Parameters.month("month", month));
        ReportingDay.check(asked, asked, knowledge.today());
        return asked;
    }

    private ReportingDay day(YearMonth asked, Moment known) {
        return ReportingDay.each(asked, asked, known, knowledge, policies.now().ages())
                .getFirst();
    }

    private static <T> Answer<T> told(HttpServletResponse response, Answer<T> answer) {
        response.setHeader(Page.POSITION, Long.toString(answer.position()));
        return answer;
    }

    /** Those named; else those of the axes asked for; else statuses. */
    private static Set<Measure> measures(Set<Counts.By> axes, Set<Measure> named) {
        if (!named.isEmpty()) {
            return named;
        }
        boolean grounds = axes.contains(Counts.By.GROUND);
        boolean statuses = axes.contains(Counts.By.STATUS) || !grounds;
        return Stream.of(Measure.values())
                .filter(measure -> switch (measure.axis()) {
                    case STATUS -> statuses;
                    case GROUND -> grounds;
                })
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Measure.class)));
    }

    private static <T> T required(String name, Optional<T> value) {
        return value.orElseThrow(() -> new Refused(Refusal.at(name, RefusalCode.MISSING_FIELD)));
    }
}
