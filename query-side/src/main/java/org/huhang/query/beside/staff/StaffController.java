package org.huhang.query.beside.staff;

import static org.huhang.query.beside.staff.StaffProjection.NAME;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Optional;
import org.huhang.kernel.access.Access;
import org.huhang.kernel.access.Act;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.beside.staff.StaffPost;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.policy.Policies;
import org.huhang.kernel.policy.StaffTrainingPolicy;
import org.huhang.kernel.time.Shanghai;
import org.huhang.query.ReadModels;
import org.huhang.query.api.AsOf;
import org.huhang.query.api.AskedList;
import org.huhang.query.api.Cursor;
import org.huhang.query.api.Form;
import org.huhang.query.api.FormOf;
import org.huhang.query.api.Knowledge;
import org.huhang.query.api.Limit;
import org.huhang.query.api.Page;
import org.huhang.query.api.ShowsPosition;
import org.huhang.query.api.Words;
import org.huhang.query.api.WordsOf;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who answers for which area on a day, and how many of them are trained. */
@RestController
@RequestMapping("/api/staff")
@Tag(
        name = "查询队伍 · Reading staff",
        description = "某日由谁负责、是否经过培训 · Who answers for what on a day, and whether they are trained")
class StaffController {

    private final ReadModels readModels;
    private final Divisions divisions;
    private final Policies policies;
    private final Knowledge knowledge;

    StaffController(ReadModels readModels, Divisions divisions, Policies policies, Knowledge knowledge) {
        this.readModels = readModels;
        this.divisions = divisions;
        this.policies = policies;
        this.knowledge = knowledge;
    }

    /**
     * @param division in which an area of theirs lies; of a village, also who supervises its township
     * @param role the post
     * @param on the day on which they are in charge, up to today; absent for today, with knownAt for the day of the last fact
     *     known then
     * @param knownAt as it was known then: an instant with its offset, a day (its end in Asia/Shanghai) or a position of the
     *     log; absent for now
     */
    @Operation(operationId = "staff", summary = "某日在任的儿童主任、儿童督导员 · Who answers for what on a day")
    @ShowsPosition
    @GetMapping
    StaffPage staff(
            Actor actor,
            @FormOf(Form.DIVISION) @RequestParam(name = "division", required = false) String division,
            @WordsOf(StaffPost.class) @RequestParam(name = "role", required = false) String role,
            @FormOf(Form.DAY) @RequestParam(name = "on", required = false) String on,
            @FormOf(Form.MOMENT) @RequestParam(name = "knownAt", required = false) String knownAt,
            @FormOf(Form.CURSOR) @RequestParam(name = "cursor", required = false) String cursor,
            @FormOf(Form.LIMIT) @RequestParam(name = "limit", required = false) String limit,
            @FormOf(Form.POSITION) @RequestParam(name = "min-position", required = false) String minPosition,
            @Parameter(hidden = true) HttpServletResponse response) {
        Access.permit(actor, Act.READ_STAFF);
        Optional<StaffPost> post = Words.one("role", role, StaffPost.class);
        InCharge.Asked asked = InCharge.Asked.of(actor, divisions, division, post);
        Optional<LocalDate> asAsked = knowledge.day("on", on);
        AskedList list = AskedList.of(StaffQuery.LIST, actor)
                .with("division", division)
                .with("role", post)
                .with("on", asAsked)
                .list();
        Optional<Cursor> after = Cursor.read(list, StaffQuery.CURSOR, cursor);
        Limit rows = Limit.of(limit);
        AsOf asOf = knowledge.asOf("knownAt", knownAt, minPosition, after);
        StaffPage page = readModels.read(NAME, asOf, (tables, known) -> {
            LocalDate day = asAsked.or(() -> after.map(StaffQuery::day)).orElseGet(() -> day(knownAt, known));
            return new StaffQuery(day, known, policy(day))
                    .read(tables, divisions, InCharge.on(day, known, asked), list, after, rows);
        });
        response.setHeader(Page.POSITION, Long.toString(page.position()));
        return page;
    }

    /**
     * @param division in which an area of theirs lies
     * @param role the post
     * @param on the day that the figures speak of, up to today; absent for today, with knownAt for the day of the last fact
     *     known then
     * @param knownAt as it was known then: an instant with its offset, a day (its end in Asia/Shanghai) or a position of the
     *     log; absent for now
     */
    @Operation(
            operationId = "training-coverage",
            summary = "按县统计培训覆盖率 · Share of those in post who are trained, by county")
    @ShowsPosition
    @GetMapping("/training-coverage")
    TrainingCoverage coverage(
            Actor actor,
            @FormOf(Form.DIVISION) @RequestParam(name = "division", required = false) String division,
            @WordsOf(StaffPost.class) @RequestParam(name = "role", required = false) String role,
            @FormOf(Form.DAY) @RequestParam(name = "on", required = false) String on,
            @FormOf(Form.MOMENT) @RequestParam(name = "knownAt", required = false) String knownAt,
            @FormOf(Form.POSITION) @RequestParam(name = "min-position", required = false) String minPosition,
            @Parameter(hidden = true) HttpServletResponse response) {
        Access.permit(actor, Act.READ_TRAINING_COVERAGE);
        InCharge.Asked asked = InCharge.Asked.of(actor, divisions, division, Words.one("role", role, StaffPost.class));
        Optional<LocalDate> asAsked = knowledge.day("on", on);
        AsOf asOf = knowledge.asOf(knownAt, minPosition);
        TrainingCoverage coverage = readModels.read(NAME, asOf, (tables, known) -> {
            LocalDate day = asAsked.orElseGet(() -> day(knownAt, known));
            return TrainingCoverage.read(tables, divisions, InCharge.on(day, known, asked), day, known, policy(day));
        });
        response.setHeader(Page.POSITION, Long.toString(coverage.position()));
        return coverage;
    }

    private LocalDate day(String knownAt, Moment known) {
        return knownAt == null ? knowledge.today() : Shanghai.dayOf(known.recordedAt());
    }

    private StaffTrainingPolicy.Edition policy(LocalDate day) {
        return policies.now().staffTraining().on(day);
    }
}
