package org.huhang.query.statistics;

import static org.huhang.query.statistics.StatisticsProjection.NAME;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.InstantSource;
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
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.value.Sex;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Figures. Each speaks of the last day of its month (of today while the month runs), says what is now known of that day
 * and what was first reported, and can be followed to its facts. A reader sees the part inside their jurisdiction.
 */
@RestController
@RequestMapping("/api/statistics")
class StatisticsController {

    private final ReadModels readModels;
    private final Divisions divisions;
    private final InstantSource clock;

    StatisticsController(ReadModels readModels, Divisions divisions, InstantSource clock) {
        this.readModels = readModels;
        this.divisions = divisions;
        this.clock = clock;
    }

    /** @param knownAt the knowledge the numbers rest on */
    public record Answer<T>(Instant knownAt, List<T> cells) {}

    /**
     * Children by division.
     *
     * @param to last month of a series of at most 24; absent for one month
     * @param level of the divisions counted: province, prefecture, county, township, village
     * @param place by which a child is counted: residence (the usual) or hukou
     * @param map by which places are told apart: today (the usual), or the day the figure speaks of
     * @param by status (the usual), ground, sex, age-band, between commas
     * @param measure only these, between commas
     * @param knownAt as it was known at this instant; absent for now
     */
    @GetMapping("/counts")
    Answer<Cell> counts(
            Actor actor,
            @Parameter(required = true) @RequestParam(name = "month", required = false) String month,
            @RequestParam(name = "to", required = false) String to,
            @Parameter(required = true)
                    @WordsOf(DivisionCode.Level.class)
                    @RequestParam(name = "level", required = false)
                    String level,
            @RequestParam(name = "division", required = false) String division,
            @WordsOf(CountedBy.class) @RequestParam(name = "place", required = false) String place,
            @WordsOf(DivisionsOf.class) @RequestParam(name = "map", required = false) String map,
            @WordsOf(value = Counts.By.class, several = true) @RequestParam(name = "by", required = false) String by,
            @WordsOf(value = Measure.class, several = true) @RequestParam(name = "measure", required = false)
                    String measure,
            @RequestParam(name = "knownAt", required = false) String knownAt,
            @RequestParam(name = "min-position", required = false) String minPosition) {
        Access.permit(actor, Act.READ_STATISTICS);
        Instant known = known(knownAt);
        YearMonth first = required("month", Parameters.month("month", month));
        YearMonth last = Parameters.month("to", to).orElse(first);
        CountedBy countedBy = Words.one("place", place, CountedBy.class).orElse(CountedBy.RESIDENCE);
        DivisionsOf divisionsOf = divisionsOf(map);
        Set<Counts.By> axes = Words.several("by", by, Counts.By.class);
        Counts counts = new Counts(
                new Series(ReportingDay.each(first, last, known)),
                required("level", Words.one("level", level, DivisionCode.Level.class)),
                countedBy,
                divisionsOf,
                axes,
                measures(axes, Words.several("measure", measure, Measure.class)),
                within("division", division, divisionsOf, Counts.narrowedBy(countedBy, divisionsOf)),
                ScopeFilter.of(actor, divisions, countedBy.column()));
        readModels.await(NAME, Parameters.position("min-position", minPosition));
        return new Answer<>(known, readModels.read(NAME, tables -> counts.read(tables, divisions)));
    }

    /** Children by province of residence and of household registration; MIGRANT unless another measure is asked for. */
    @GetMapping("/matrix")
    Answer<Flow> matrix(
            Actor actor,
            @Parameter(required = true) @RequestParam(name = "month", required = false) String month,
            @WordsOf(Measure.class) @RequestParam(name = "measure", required = false) String measure,
            @RequestParam(name = "division", required = false) String division,
            @WordsOf(DivisionsOf.class) @RequestParam(name = "map", required = false) String map,
            @RequestParam(name = "knownAt", required = false) String knownAt,
            @RequestParam(name = "min-position", required = false) String minPosition) {
        Access.permit(actor, Act.READ_STATISTICS);
        Instant known = known(knownAt);
        DivisionsOf divisionsOf = divisionsOf(map);
        Matrix matrix = new Matrix(
                day(month, known),
                Words.one("measure", measure, Measure.class).orElse(Measure.MIGRANT),
                divisionsOf,
                within(
                        "division",
                        division,
                        divisionsOf,
                        OnDay.code(CountedBy.RESIDENCE, divisionsOf),
                        OnDay.code(CountedBy.HUKOU, divisionsOf)),
                ScopeFilter.of(actor, divisions, CountedBy.RESIDENCE.column(), CountedBy.HUKOU.column()));
        readModels.await(NAME, Parameters.position("min-position", minPosition));
        return new Answer<>(known, readModels.read(NAME, tables -> matrix.read(tables, divisions)));
    }

    /**
     * The facts behind one cell: give what tells the cell apart. Which cases they belong to is shown to those who may read
     * cases.
     *
     * @param division of a cell of counts, by {@code place}
     * @param residence province of a cell of the matrix; likewise {@code hukou}
     * @param map as the cell was asked for
     */
    @GetMapping("/evidence")
    Page<Evidence.Basis> evidence(
            Actor actor,
            @Parameter(required = true) @RequestParam(name = "month", required = false) String month,
            @Parameter(required = true) @WordsOf(Measure.class) @RequestParam(name = "measure", required = false)
                    String measure,
            @RequestParam(name = "division", required = false) String division,
            @WordsOf(CountedBy.class) @RequestParam(name = "place", required = false) String place,
            @RequestParam(name = "residence", required = false) String residence,
            @RequestParam(name = "hukou", required = false) String hukou,
            @WordsOf(DivisionsOf.class) @RequestParam(name = "map", required = false) String map,
            @WordsOf(Sex.class) @RequestParam(name = "sex", required = false) String sex,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"0-5", "6-13", "14-15", "16-17"}))
                    @RequestParam(name = "age-band", required = false)
                    String ageBand,
            @RequestParam(name = "knownAt", required = false) String knownAt,
            @RequestParam(name = "cursor", required = false) String cursor,
            @RequestParam(name = "limit", required = false) String limit,
            @RequestParam(name = "min-position", required = false) String minPosition) {
        Access.permit(actor, Act.READ_STATISTICS);
        CountedBy countedBy = Words.one("place", place, CountedBy.class).orElse(CountedBy.RESIDENCE);
        DivisionsOf divisionsOf = divisionsOf(map);
        boolean ofMatrix = residence != null && hukou != null;
        Evidence evidence = new Evidence(
                day(month, known(knownAt)),
                required("measure", Words.one("measure", measure, Measure.class)),
                Words.one("sex", sex, Sex.class),
                AgeBand.of("age-band", ageBand),
                divisionsOf,
                List.of(
                        within("division", division, divisionsOf, OnDay.code(countedBy, divisionsOf)),
                        within("residence", residence, divisionsOf, OnDay.code(CountedBy.RESIDENCE, divisionsOf)),
                        within("hukou", hukou, divisionsOf, OnDay.code(CountedBy.HUKOU, divisionsOf))),
                ofMatrix
                        ? ScopeFilter.of(actor, divisions, CountedBy.RESIDENCE.column(), CountedBy.HUKOU.column())
                        : ScopeFilter.of(actor, divisions, countedBy.column()));
        Optional<Cursor> after = Cursor.read(Evidence.LIST, 1, cursor);
        Limit rows = Limit.of(limit);
        readModels.await(NAME, Parameters.position("min-position", minPosition));
        return readModels
                .read(NAME, tables -> evidence.read(tables, divisions, after, rows))
                .map(fact -> fact.seenBy(actor));
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

    private Instant known(String text) {
        Instant now = clock.instant();
        Instant known = Parameters.instant("knownAt", text).orElse(now);
        if (known.isAfter(now)) {
            throw new Refused(Refusal.at("knownAt", RefusalCode.DATE_IN_THE_FUTURE));
        }
        return known;
    }

    private static ReportingDay day(String month, Instant known) {
        YearMonth asked = required("month", Parameters.month("month", month));
        return ReportingDay.each(asked, asked, known).getFirst();
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
