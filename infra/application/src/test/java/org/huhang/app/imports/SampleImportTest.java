package org.huhang.app.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.app.imports.Imports.DRY_RUN;
import static org.huhang.app.imports.Imports.REAL;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huhang.app.testing.BesideOthers;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.time.Shanghai;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The sample list of 1,000 rows with its planted faults: first tried out, then imported, then imported again. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@BesideOthers
class SampleImportTest {

    /** Rows as a spreadsheet counts, and what is wrong with each, by column and code. */
    private static final Map<Long, String> PLANTED = Map.ofEntries(
            Map.entry(51L, "证件号码 ID_NUMBER_CHECK_DIGIT"),
            Map.entry(61L, "出生日期 INVALID_DATE"),
            Map.entry(71L, "性别 VALUE_NOT_ALLOWED"),
            Map.entry(81L, "居住地代码 DIVISION_MALFORMED"),
            Map.entry(151L, "证件号码 ID_NUMBER_CHECK_DIGIT"),
            Map.entry(161L, "出生日期 DATE_IN_THE_FUTURE"),
            Map.entry(171L, "户籍地代码 DIVISION_ABOLISHED"),
            Map.entry(181L, "姓名 MISSING_FIELD"),
            Map.entry(251L, "证件号码 ID_NUMBER_CHECK_DIGIT"),
            Map.entry(271L, "户籍地代码 DIVISION_UNKNOWN"),
            Map.entry(281L, "来居住地日期 MISSING_FIELD"),
            Map.entry(381L, "姓名 CELL_LOOKS_LIKE_FORMULA"),
            Map.entry(481L, " OUTSIDE_YOUR_DIVISION"));

    /** A child without papers listed twice, and the row that has it first. */
    private static final Map<Long, Long> SAME_CHILD = Map.of(502L, 501L, 602L, 601L, 702L, 701L);

    private static final long DOUBLED = 802;
    private static final int ROWS = 1000;

    @TempDir
    static Path data;

    private static RunningApplication application;
    private static Imports imports;
    private static long headBefore;
    private static long headAfterDryRun;
    private static JsonNode foretold;
    private static JsonNode happened;
    private static List<JsonNode> told;

    @BeforeAll
    static void the_list_is_tried_out_and_then_imported() {
        application = RunningApplication.start(data);
        imports = Imports.of("330109", application);
        headBefore = head();
        foretold = imports.run(Imports.sample(), DRY_RUN);
        headAfterDryRun = head();
        Answer accepted = imports.submit(Imports.sample(), REAL);
        told = imports.follow(accepted);
        happened = imports.progress(accepted);
    }

    @AfterAll
    static void close() {
        if (application != null) {
            application.close();
        }
    }

    @Test
    void a_dry_run_changes_nothing() {
        assertThat(foretold.path("dryRun").asBoolean()).isTrue();
        assertThat(headAfterDryRun).isEqualTo(headBefore).isZero();
    }

    @Test
    void a_dry_run_foretells_every_row() {
        assertThat(predictions(imports.rows(foretold))).isEqualTo(predictions(imports.rows(happened)));
        assertThat(tally(foretold)).isEqualTo(tally(happened));
    }

    @Test
    void every_row_is_accounted_for_once() {
        assertThat(happened.path("state").asString()).isEqualTo("DONE");
        assertThat(happened.path("encoding").asString()).isEqualTo("UTF-8");
        assertThat(happened.path("ignoredColumns").toString()).isEqualTo("[\"序号\"]");
        assertThat(tally(happened))
                .containsEntry("rows", (long) ROWS)
                .containsEntry("refused", (long) PLANTED.size())
                .containsEntry("possibleDuplicates", (long) SAME_CHILD.size())
                .containsEntry("unchanged", 1L)
                .containsEntry("imported", ROWS - PLANTED.size() - SAME_CHILD.size() - 1L);
        assertThat(imports.rows(happened).stream().map(SampleImportTest::number))
                .containsExactlyElementsOf(IntStream.rangeClosed(2, ROWS + 1)
                        .mapToObj(Long::valueOf)
                        .toList());
    }

    @Test
    void every_planted_fault_is_refused_by_column_and_code_and_nothing_else_is() {
        Map<Long, String> refused = imports.rows(happened).stream()
                .filter(row -> row.getField("outcome").equals("REFUSED"))
                .collect(Collectors.toMap(
                        SampleImportTest::number, row -> row.getField("columns") + " " + row.getField("codes")));
        assertThat(refused.keySet()).isEqualTo(PLANTED.keySet());
        refused.forEach((row, why) -> assertThat(firstOf(why)).as("row %d", row).isEqualTo(PLANTED.get(row)));
        imports.rows(happened).stream()
                .filter(row -> row.getField("outcome").equals("REFUSED"))
                .forEach(row -> assertThat(row.getField("reasons")).isNotBlank());
    }

    @Test
    void a_child_listed_twice_is_reported_with_the_case_it_may_be_and_a_doubled_row_has_no_second_effect() {
        Map<Long, NamedCsvRecord> rows =
                imports.rows(happened).stream().collect(Collectors.toMap(SampleImportTest::number, row -> row));
        SAME_CHILD.forEach((again, first) -> {
            assertThat(rows.get(again).getField("outcome")).isEqualTo("POSSIBLE_DUPLICATE");
            assertThat(rows.get(again).getField("caseId"))
                    .isNotBlank()
                    .isEqualTo(rows.get(first).getField("caseId"));
        });
        assertThat(rows.get(DOUBLED).getField("outcome")).isEqualTo("UNCHANGED");
        assertThat(rows.get(DOUBLED).getField("caseId"))
                .isEqualTo(rows.get(DOUBLED - 1).getField("caseId"));
    }

    @Test
    void progress_is_told_from_the_first_rows_to_the_end() {
        assertThat(told).hasSizeGreaterThan(2);
        assertThat(told.getFirst().path("state").asString()).isIn("WAITING", "RUNNING");
        assertThat(told.getLast()).isEqualTo(happened);
        assertThat(told.stream().map(progress -> progress.path("rows").asLong()))
                .isSorted()
                .as("something between nothing and all")
                .anyMatch(rows -> rows > 0 && rows < ROWS);
    }

    @Test
    void the_same_list_again_changes_nothing_in_whatever_order_of_columns_or_encoding() {
        List<byte[]> again = List.of(
                Imports.sample(),
                turned(Imports.sample()).getBytes(UTF_8),
                turned(Imports.sample()).getBytes(Charset.forName("GB18030")));
        long before = head();
        Map<String, Long> nothingNew = Map.of(
                "rows", (long) ROWS,
                "imported", 0L,
                "unchanged", tally(happened).get("imported") + 1,
                "refused", (long) PLANTED.size(),
                "possibleDuplicates", (long) SAME_CHILD.size());
        List<String> cases = cases(imports.rows(happened));
        again.forEach(file -> {
            JsonNode second = imports.run(file, REAL);
            assertThat(tally(second)).isEqualTo(nothingNew);
            assertThat(cases(imports.rows(second))).isEqualTo(cases);
        });
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void the_audit_has_one_registration_for_each_row_imported() {
        Set<String> imported = rowsWith("IMPORTED").stream()
                .map(row -> "import:" + happened.path("id").asString() + "/" + row.getField("row"))
                .collect(Collectors.toSet());
        List<String> registered = new ArrayList<>();
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent()) {
            JsonNode page = application
                    .get(
                            "/api/audit?event=ChildRegistered&limit=200&min-position=" + head() + cursor.get(),
                            application.token(Role.COUNTY_OFFICER, "330109"))
                    .json();
            page.path("items")
                    .forEach(entry -> registered.add(entry.path("source").asString()));
            cursor = Optional.ofNullable(page.path("next").asString(null)).map(next -> "&cursor=" + next);
        }
        assertThat(registered).hasSameSizeAs(imported);
        assertThat(new HashSet<>(registered)).isEqualTo(imported);
    }

    @Test
    void statistics_count_what_the_report_says() {
        List<NamedCsvRecord> imported = rowsWith("IMPORTED");
        assertThat(counted("ON_FILE")).isEqualTo(imported.size());
        assertThat(counted("MIGRANT"))
                .isEqualTo(screened(imported, "ScreenedAsMigrant"))
                .isPositive();
        assertThat(counted("UNDER_REVIEW"))
                .isEqualTo(screened(imported, "ScreeningReferredToReview"))
                .isPositive();
        assertThat(counted("LEFT_BEHIND")).isEqualTo(screened(imported, "ScreenedAsLeftBehind"));
        assertThat(counted("KEY_CARE")).isZero();
    }

    @Test
    void the_report_is_said_in_the_readers_language() {
        assertThat(imports.reportOf(happened, "zh-CN").body())
                .startsWith("\uFEFF行号,结果,案件编号,筛查记录,栏目,原因代码,原因")
                .contains("已导入")
                .contains("疑似重复");
        assertThat(imports.reportOf(happened, "en").body())
                .startsWith("\uFEFFrow,outcome,caseId,screening,columns,codes,reasons");
        assertThat(imports.reportOf(happened, "en").header("Content-Disposition"))
                .startsWith("attachment")
                .contains(".csv");
    }

    @Test
    void the_report_names_nobody_and_has_no_cell_that_a_spreadsheet_would_run() {
        List<String> personal = new ArrayList<>();
        records(Imports.sample()).stream().skip(1).forEach(row -> {
            personal.add(row.getField(5));
            personal.add(row.getField(13));
        });
        personal.removeIf(String::isBlank);
        assertThat(personal).hasSizeGreaterThan(1500);
        String report = imports.reportOf(happened, "zh-CN").body();
        assertThat(personal).noneMatch(report::contains);
        assertThat(report).doesNotContain("HYPERLINK").doesNotContain("刘子");
        assertThat(records(report.getBytes(UTF_8)).stream().flatMap(row -> row.getFields().stream()))
                .noneMatch(cell -> cell.matches("(?s)[=+\\-@\\t\\r].*"));
    }

    private static List<NamedCsvRecord> rowsWith(String outcome) {
        return imports.rows(happened).stream()
                .filter(row -> row.getField("outcome").equals(outcome))
                .toList();
    }

    private static long screened(List<NamedCsvRecord> rows, String event) {
        return rows.stream()
                .filter(row -> row.getField("screening").contains(event))
                .count();
    }

    private static long counted(String measure) {
        Answer answer = application.get(
                "/api/statistics/counts?level=county&division=330109&measure=" + measure + "&month="
                        + YearMonth.from(Shanghai.dayOf(Instant.now())) + "&min-position=" + head(),
                application.token(Role.COUNTY_OFFICER, "330109"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        long sum = 0;
        for (JsonNode cell : answer.json().path("cells")) {
            sum += cell.path("count").asLong();
        }
        return sum;
    }

    /** Row, outcome, what screening would record and reasons: all but the cases, which a dry run cannot know yet. */
    private static List<String> predictions(List<NamedCsvRecord> rows) {
        return rows.stream()
                .map(row -> String.join(
                        " | ",
                        row.getField("row"),
                        row.getField("outcome"),
                        row.getField("screening"),
                        row.getField("columns"),
                        row.getField("codes")))
                .toList();
    }

    private static List<String> cases(List<NamedCsvRecord> rows) {
        return rows.stream()
                .map(row -> row.getField("row") + " " + row.getField("caseId"))
                .toList();
    }

    private static Map<String, Long> tally(JsonNode progress) {
        return List.of("rows", "imported", "unchanged", "refused", "possibleDuplicates").stream()
                .collect(Collectors.toMap(
                        name -> name, name -> progress.path(name).asLong(-1)));
    }

    /** The same list with its columns in the opposite order. */
    private static String turned(byte[] list) {
        StringWriter turned = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(turned)) {
            records(list).forEach(row -> {
                List<String> cells = new ArrayList<>(row.getFields());
                Collections.reverse(cells);
                csv.writeRecord(cells);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return turned.toString();
    }

    private static List<CsvRecord> records(byte[] list) {
        return CsvReader.builder().ofCsvRecord(new String(list, UTF_8).replace("\uFEFF", "")).stream()
                .toList();
    }

    private static long number(NamedCsvRecord row) {
        return Long.parseLong(row.getField("row"));
    }

    /** A row may have several faults; the planted one is said first. */
    private static String firstOf(String columnsAndCodes) {
        String[] halves = columnsAndCodes.split(" (?=[A-Z_]+(; |$))", 2);
        return halves[0].split("; ")[0] + " " + halves[1].split("; ")[0];
    }

    private static long head() {
        return application.bean(EventLog.class).head();
    }
}
