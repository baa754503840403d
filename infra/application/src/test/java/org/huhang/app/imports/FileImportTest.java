package org.huhang.app.imports;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.app.imports.Imports.DRY_RUN;
import static org.huhang.app.imports.Imports.REAL;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.log.EventLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Whatever file officers hand in, and whoever asks after it. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FileImportTest {

    private static final RunningApplication APPLICATION = RunningApplication.shared();
    private static final Imports IMPORTS = Imports.of("330109", APPLICATION);
    private static final Imports ELSEWHERE = Imports.of("640121", APPLICATION);
    private static final String HEADING = "姓名,性别,出生日期,户籍地代码,居住地代码,来居住地日期\n";
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    @Test
    void an_empty_file_is_refused() {
        assertThat(refused(new byte[0])).isEqualTo("FILE_EMPTY");
        assertThat(refused(bytes("\n\n"))).isEqualTo("FILE_EMPTY");
    }

    @Test
    void a_list_without_a_row_is_refused() {
        assertThat(refused(bytes(HEADING))).isEqualTo("FILE_EMPTY");
    }

    @Test
    void missing_and_doubled_columns_are_named() {
        Answer missing = IMPORTS.submit(bytes("姓名,性别,户籍地代码\n"), REAL);
        assertThat(missing.code()).isEqualTo("COLUMN_MISSING");
        assertThat(missing.json().path("errors").valueStream().map(error -> error.path("field")
                        .asString()))
                .containsExactly("出生日期", "居住地代码", "来居住地日期");
        Answer doubled = IMPORTS.submit(bytes(HEADING.strip() + ",性 别\n"), REAL);
        assertThat(doubled.code()).isEqualTo("COLUMN_DOUBLED");
        assertThat(doubled.json().path("detail").asString()).contains("性别");
    }

    @Test
    void what_is_no_csv_in_a_known_encoding_is_told_apart() throws IOException {
        assertThat(refused(spreadsheet())).isEqualTo("FILE_NOT_CSV");
        assertThat(refused(bytes("\uFEFF" + HEADING, UTF_16LE))).isEqualTo("FILE_ENCODING_UNKNOWN");
        assertThat(refused(bytes("\uFEFF" + HEADING, UTF_16BE))).isEqualTo("FILE_ENCODING_UNKNOWN");
        assertThat(refused(bytes("x,".repeat(1_000_000) + "\n"))).isEqualTo("ROW_TOO_WIDE");
        assertThat(refused(bytes("\"" + HEADING))).isEqualTo("FILE_NOT_CSV");
    }

    @Test
    void a_refused_file_leaves_no_job() {
        long before = jobs();
        refused(bytes("姓名,性别\n"));
        refused(new byte[0]);
        assertThat(jobs()).isEqualTo(before);
    }

    /** Row 2 is sound, row 3 is not, row 4 is sound again. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ROW_MALFORMED:\"周坏,男,2016-03-01,640121,330109,2025-09-01",
                "ROW_MALFORMED:周坏,\"男\"x,2016-03-01,640121,330109,2025-09-01",
                "INVALID_CHARACTERS:周\u0000坏,男,2016-03-01,640121,330109,2025-09-01",
                "CELL_LOOKS_LIKE_FORMULA:=cmd|'/c calc'!A1,男,2016-03-01,640121,330109,2025-09-01",
                "CELL_LOOKS_LIKE_FORMULA:+86,男,2016-03-01,640121,330109,2025-09-01",
                "CELL_LOOKS_LIKE_FORMULA:@周坏,男,2016-03-01,640121,330109,2025-09-01",
                "ROW_TOO_WIDE:周坏,男,2016-03-01,640121,330109,2025-09-01,再,来",
                "OUTSIDE_YOUR_DIVISION:周坏,男,2016-03-01,341122,640121,2025-09-01"
            })
    void a_bad_row_costs_only_itself(String codeAndRow) {
        String code = codeAndRow.substring(0, codeAndRow.indexOf(':'));
        String row = codeAndRow.substring(codeAndRow.indexOf(':') + 1);
        onlyTheMiddleRowIsRefused(bytes(HEADING + soundRow() + row + "\n" + soundRow()), code);
    }

    @Test
    void a_row_of_a_million_columns_costs_only_itself() {
        onlyTheMiddleRowIsRefused(
                bytes(HEADING + soundRow() + "周坏" + ",x".repeat(1_000_000) + "\n" + soundRow()), "ROW_TOO_WIDE");
    }

    @Test
    void a_row_in_another_encoding_costs_only_itself() {
        onlyTheMiddleRowIsRefused(
                joined(bytes(HEADING + soundRow()), bytes(soundRow(), GB18030), bytes(soundRow())),
                "CELL_IN_ANOTHER_ENCODING");
        onlyTheMiddleRowIsRefused(
                joined(bytes(HEADING + soundRow(), GB18030), bytes(soundRow()), bytes(soundRow(), GB18030)),
                "CELL_IN_ANOTHER_ENCODING");
    }

    @Test
    void a_code_that_was_abolished_is_taken_as_its_one_successor_and_the_report_says_so() {
        byte[] file = bytes("姓名,性别,出生日期,户籍地代码,居住地代码,来居住地日期,监护人1姓名,监护人1关系,监护人1同住,监护人1外出日期,监护人1外出地代码\n" + name()
                + ",男,2016-03-01,330183,330109,2025-09-01,周父,父亲,否,2025-09-01,330183101\n");
        JsonNode progress = IMPORTS.run(file, REAL);

        String caseId = IMPORTS.rows(progress).getFirst().getField("caseId");
        assertThat(IMPORTS.rows(progress)).singleElement().satisfies(row -> {
            assertThat(row.getField("outcome")).isEqualTo("IMPORTED");
            assertThat(row.getField("columns")).startsWith("户籍地代码; 监护人1外出地代码");
            assertThat(row.getField("codes")).startsWith("DIVISION_TAKEN_AS_SUCCESSOR; DIVISION_TAKEN_AS_SUCCESSOR");
            assertThat(row.getField("reasons"))
                    .contains("330183")
                    .contains("330111")
                    .contains("富阳区");
        });
        assertThat(IMPORTS.reportOf(progress, "zh-CN").body()).contains("本行已按现行代码 330111");
        assertThat(IMPORTS.get("/api/cases/" + caseId).body())
                .contains("\"330111\"")
                .doesNotContain("330183");
        assertThat(IMPORTS.rows(IMPORTS.run(file, REAL))).singleElement().satisfies(row -> {
            assertThat(row.getField("outcome")).isEqualTo("UNCHANGED");
            assertThat(row.getField("codes")).isEqualTo("DIVISION_TAKEN_AS_SUCCESSOR; DIVISION_TAKEN_AS_SUCCESSOR");
        });
    }

    @Test
    void a_row_that_repeats_another_or_is_refused_says_which_code_it_was_taken_under_too() {
        String heading = "姓名,性别,出生日期,户籍地代码,居住地代码,来居住地日期\n";
        String name = name();
        String row = name + ",男,2016-03-01,330183,330109,2025-09-01\n";
        JsonNode progress = IMPORTS.run(
                bytes(heading + row + name + ",男,2016-03-01,330183,330109,2025-10-01\n" + name()
                        + ",男,2016-03-01,330183,330102,2025-09-01\n"),
                REAL);

        assertThat(IMPORTS.rows(progress))
                .extracting(line -> line.getField("outcome"))
                .containsExactly("IMPORTED", "POSSIBLE_DUPLICATE", "REFUSED");
        assertThat(IMPORTS.rows(progress))
                .allSatisfy(line -> assertThat(line.getField("codes")).startsWith("DIVISION_TAKEN_AS_SUCCESSOR"));
    }

    @Test
    void a_code_with_several_successors_asks_which_one_is_meant() {
        JsonNode progress = IMPORTS.run(bytes(HEADING + name() + ",男,2016-03-01,330104,330109,2025-09-01\n"), REAL);

        assertThat(IMPORTS.rows(progress)).singleElement().satisfies(row -> {
            assertThat(row.getField("outcome")).isEqualTo("REFUSED");
            assertThat(row.getField("codes")).isEqualTo("DIVISION_ABOLISHED");
            assertThat(row.getField("reasons")).contains("330102").contains("330114");
        });
    }

    @Test
    void a_list_may_come_from_a_form() {
        String boundary = "----form";
        String form =
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"dry-run\"\r\n\r\ntrue\r\n--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"四月.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                        + HEADING + soundRow() + "\r\n--" + boundary + "--\r\n";
        Answer accepted = IMPORTS.submit(bytes(form), REAL, "multipart/form-data; boundary=" + boundary);
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        IMPORTS.follow(accepted);
        JsonNode progress = IMPORTS.progress(accepted);
        assertThat(progress.path("fileName").asString()).isEqualTo("四月.csv");
        assertThat(progress.path("dryRun").asBoolean()).isTrue();
        assertThat(progress.path("imported").asLong()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "file dry-run,         UNKNOWN_FIELD",
        "file file,            UNKNOWN_FIELD",
        "other file,           UNKNOWN_FIELD",
        "dry-run,              MISSING_FIELD",
        "dry-run dry-run file, INVALID_PARAMETER",
        "dry-run long file,    MALFORMED_REQUEST",
        "file broken-off,      MALFORMED_REQUEST",
        "nothing,              MISSING_FIELD"
    })
    void a_form_that_is_not_one_list_and_whole_leaves_nothing(String fields, String code) {
        long before = jobs();
        StringBuilder form = new StringBuilder();
        for (String field : fields.split(" ")) {
            form.append(
                    switch (field) {
                        case "file" -> part("file\"; filename=\"a.csv", HEADING + soundRow());
                        case "long" -> part("x".repeat(5_000), "x");
                        case "broken-off", "nothing" -> "";
                        default -> part(field, "true");
                    });
        }
        form.append(fields.endsWith("broken-off") ? "" : "--form--\r\n");
        Answer answer = IMPORTS.submit(bytes(form.toString()), REAL, "multipart/form-data; boundary=form");
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(jobs()).isEqualTo(before);
    }

    @Test
    void a_form_without_its_boundary_is_none() {
        Answer answer = IMPORTS.submit(bytes(part("file", HEADING)), REAL, "multipart/form-data");
        assertThat(answer.code()).isEqualTo("MALFORMED_REQUEST");
    }

    /** A form that has no end: whoever reads it before answering never answers. */
    @ParameterizedTest
    @CsvSource({
        "POST /api/imports, INSPECTOR, 403, NOT_PERMITTED",
        "POST /api/imports,          , 401, UNAUTHENTICATED",
        "POST /api/cases,   COUNTY_OFFICER, 415, UNSUPPORTED_MEDIA_TYPE",
        "POST /api/ledger,  COUNTY_OFFICER, 405, METHOD_NOT_ALLOWED",
        "POST /api/nowhere, COUNTY_OFFICER, 404, NO_SUCH_ADDRESS",
        "POST /nowhere,              , 404, NO_SUCH_ADDRESS",
        "POST /openapi,              , 405, METHOD_NOT_ALLOWED",
        "POST /health,               , 405, METHOD_NOT_ALLOWED",
        "POST /docs,                 , 405, METHOD_NOT_ALLOWED"
    })
    void nothing_is_read_of_a_form_before_it_is_known_that_its_sender_may_import(
            String address, Role role, int status, String code) {
        String token = role == null
                ? ""
                : "Authorization: Bearer " + APPLICATION.token(role, role == Role.INSPECTOR ? "000000" : "330109")
                        + "\r\n";
        for (String type : List.of("multipart/form-data; boundary=form", "application/x-www-form-urlencoded")) {
            String answer = APPLICATION.raw(address + "?dry-run=true HTTP/1.1\r\nHost: 127.0.0.1\r\n" + token
                    + "Content-Type: " + type + "\r\nTransfer-Encoding: chunked\r\n\r\nfff\r\n"
                    + part("file\"; filename=\"a.csv", "x"));
            boolean another = status == 403 && type.startsWith("application");
            assertThat(answer)
                    .startsWith("HTTP/1.1 " + (another ? 415 : status))
                    .contains("\"code\":\"" + (another ? "UNSUPPORTED_MEDIA_TYPE" : code) + "\"");
        }
    }

    private static String part(String name, String content) {
        return "--form\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content + "\r\n";
    }

    @Test
    void another_media_type_or_parameter_is_refused_before_anything_is_kept() {
        long before = jobs();
        long head = APPLICATION.bean(EventLog.class).head();
        byte[] file = bytes(HEADING + soundRow());
        Answer json = IMPORTS.submit(file, REAL, "application/json");
        assertThat(json.status()).isEqualTo(415);
        assertThat(json.code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
        for (String query : List.of("?dryrun=true", "?dry-run=perhaps", "?dry-run=true&dry-run=false", "?dry_run=1")) {
            Answer answer = IMPORTS.submit(file, query);
            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(answer.code()).as(query).isEqualTo("INVALID_PARAMETER");
        }
        assertThat(jobs()).isEqualTo(before);
        assertThat(APPLICATION.bean(EventLog.class).head()).isEqualTo(head);
    }

    @Test
    void an_import_is_known_to_its_own_county_only() {
        Answer accepted = IMPORTS.submit(bytes(HEADING + soundRow()), DRY_RUN);
        IMPORTS.follow(accepted);
        String own = accepted.header("Location");
        for (String path : List.of(own, own + "/events", own + "/report")) {
            assertThat(IMPORTS.get(path).status()).as(path).isEqualTo(200);
            assertThat(ELSEWHERE.get(path).code()).as(path).isEqualTo("IMPORT_NOT_FOUND");
        }
        assertThat(ELSEWHERE.get("/api/imports").body()).doesNotContain(own.substring(own.lastIndexOf('/') + 1));
        assertThat(IMPORTS.get("/api/imports").body()).contains(own.substring(own.lastIndexOf('/') + 1));
        for (String id : List.of(UUID.randomUUID().toString(), "nonsense", "1-1-1-1-1")) {
            Answer unknown = IMPORTS.get("/api/imports/" + id);
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(unknown.code()).isEqualTo("IMPORT_NOT_FOUND");
        }
    }

    @Test
    void only_county_officers_import() {
        for (Role role : List.of(Role.CHILD_DIRECTOR, Role.SUPERVISOR, Role.CITY_OFFICER, Role.INSPECTOR)) {
            Imports others = Imports.at(APPLICATION.base(), APPLICATION.token(role, divisionOf(role)));
            assertThat(others.submit(bytes(HEADING + soundRow()), REAL).code())
                    .as("%s", role)
                    .isEqualTo("NOT_PERMITTED");
        }
    }

    @Test
    void the_report_of_an_unfinished_import_is_not_there_yet() {
        Answer accepted = IMPORTS.submit(Imports.sample(), DRY_RUN);
        Answer early = IMPORTS.get(accepted.header("Location") + "/report");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.code()).isEqualTo("IMPORT_NOT_FINISHED");
        IMPORTS.follow(accepted);
        assertThat(IMPORTS.get(accepted.header("Location") + "/report").status())
                .isEqualTo(200);
    }

    @Test
    void a_possible_duplicate_in_another_county_is_reported_without_its_case() {
        String child = name() + ",女,2017-04-05,341122,";
        assertThat(ELSEWHERE
                        .run(bytes(HEADING + child + "640121,2025-09-01\n"), REAL)
                        .path("imported")
                        .asLong())
                .isEqualTo(1);
        JsonNode here = IMPORTS.run(bytes(HEADING + child + "330109,2025-09-01\n"), REAL);
        assertThat(IMPORTS.rows(here)).singleElement().satisfies(row -> {
            assertThat(row.getField("outcome")).isEqualTo("POSSIBLE_DUPLICATE");
            assertThat(row.getField("caseId")).isEmpty();
        });
    }

    @Test
    void an_upload_the_client_gives_up_leaves_no_job() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", APPLICATION.base().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(bytes("POST /api/imports?file-name=given-up.csv HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                    + "Authorization: Bearer " + APPLICATION.token(Role.COUNTY_OFFICER, "330109")
                    + "\r\nContent-Type: text/csv\r\nContent-Length: 50000000\r\n\r\n" + HEADING + soundRow()));
            out.flush();
            until(1);
        }
        until(0);
    }

    /** Waits until so many jobs of the given-up file are kept. */
    private static void until(long jobs) {
        Instant latest = Instant.now().plus(LONGEST_WAIT);
        while (jobsNamed("given-up.csv") != jobs) {
            assertThat(Instant.now()).isBefore(latest);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static void onlyTheMiddleRowIsRefused(byte[] file, String code) {
        JsonNode progress = IMPORTS.run(file, REAL);
        assertThat(IMPORTS.rows(progress).stream()
                        .map(row -> row.getField("row") + " " + row.getField("outcome") + " "
                                + codes(row.getField("codes"))))
                .containsExactly("2 IMPORTED ", "3 REFUSED " + code, "4 IMPORTED ");
    }

    /** Several cells may be at fault for the same reason. */
    private static String codes(String cell) {
        return Arrays.stream(cell.split("; ")).distinct().collect(Collectors.joining("; "));
    }

    private static String refused(byte[] file) {
        Answer answer = IMPORTS.submit(file, REAL);
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        return answer.code();
    }

    private static String divisionOf(Role role) {
        return role == Role.CHILD_DIRECTOR ? "330109103201" : role == Role.SUPERVISOR ? "330109103" : "330100";
    }

    private static long jobs() {
        return APPLICATION
                .bean(JdbcClient.class)
                .sql("SELECT count(*) FROM imports.job")
                .query(Long.class)
                .single();
    }

    private static long jobsNamed(String fileName) {
        return APPLICATION
                .bean(JdbcClient.class)
                .sql("SELECT count(*) FROM imports.job WHERE file_name = ?")
                .param(fileName)
                .query(Long.class)
                .single();
    }

    /** A child nobody else has. */
    private static String soundRow() {
        return name() + ",男,2016-03-01,640121,330109,2025-09-01\n";
    }

    private static String name() {
        StringBuilder name = new StringBuilder("周");
        UUID.randomUUID().toString().substring(0, 8).chars().forEach(digit -> name.append((char) (0x4E00 + digit)));
        return name.toString();
    }

    private static byte[] spreadsheet() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(bytes("<worksheet>" + "<c><v>王小明</v></c>".repeat(500) + "</worksheet>"));
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] bytes(String text) {
        return bytes(text, UTF_8);
    }

    private static byte[] bytes(String text, Charset charset) {
        return text.getBytes(charset);
    }
}
