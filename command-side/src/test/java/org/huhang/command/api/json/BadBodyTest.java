package org.huhang.command.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.huhang.command.api.Bodies.REGISTER;
import static org.huhang.command.api.Bodies.VISIT;
import static org.huhang.command.api.Bodies.bytes;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huhang.command.area.file.FileCommand.Register;
import org.huhang.command.area.keycare.KeyCareCommand.RecordVisit;
import org.huhang.command.area.screening.ScreeningCommand.DecideScreeningReview;
import org.huhang.command.ask.Command;
import org.huhang.command.ask.CommandCatalogue;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadBodyTest {

    @Test
    void a_whole_registration_is_read() {
        Register read = StrictJson.read(StrictJson.tree(bytes(REGISTER)), Register.class);

        assertThat(read.identity().name().reveal()).isEqualTo("张小花");
        assertThat(read.guardians().getFirst().worksIn().orElseThrow().digits()).isEqualTo("330109");
    }

    @Test
    void what_may_be_left_out_may_be_left_out_or_null() {
        RecordVisit absent = read("{'visitor':'王芳','seen':'在家','on':'2026-03-01'}", RecordVisit.class);
        RecordVisit isNull =
                read("{'visitor':'王芳','seen':'在家','risk':null,'childView':null,'on':'2026-03-01'}", RecordVisit.class);

        assertThat(absent).isEqualTo(isNull);
        assertThat(absent.risk()).isEmpty();
    }

    /** Each row: what is replaced in a good registration, by what, the code and the field. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "2016-05-04"            | "2025-02-30"               | INVALID_DATE       | identity.birthDate
        "2016-05-04"            | "2016-5-4"                 | INVALID_DATE       | identity.birthDate
        "2016-05-04"            | "2016-05-04T00:00:00Z"     | INVALID_DATE       | identity.birthDate
        "2016-05-04"            | "0016-05-04"               | INVALID_DATE       | identity.birthDate
        "2016-05-04"            | "+12016-05-04"             | INVALID_DATE       | identity.birthDate
        "2016-05-04"            | ""                         | INVALID_DATE       | identity.birthDate
        "2016-05-04"            | [2016,5,4]                 | WRONG_TYPE         | identity.birthDate
        "2016-05-04"            | 20160504                   | WRONG_TYPE         | identity.birthDate
        "2016-05-04"            | null                       | MISSING_FIELD      | identity.birthDate
        "张小花"                | 5                          | WRONG_TYPE         | identity.name
        "张小花"                | true                       | WRONG_TYPE         | identity.name
        "张小花"                | ["张小花"]                 | WRONG_TYPE         | identity.name
        "张小花"                | {"first":"小花"}           | WRONG_TYPE         | identity.name
        "张小花"                | "  "                       | MISSING_FIELD      | identity.name
        "张小花"                | ""                         | MISSING_FIELD      | identity.name
        "张小花"                | "张\\u0000小花"            | INVALID_CHARACTERS | identity.name
        "张小花"                | "张\\ud800"                | INVALID_CHARACTERS | identity.name
        ["Zhang Xiaohua"]       | "Zhang"                    | WRONG_TYPE         | identity.otherNames
        ["Zhang Xiaohua"]       | [null]                     | MISSING_FIELD      | identity.otherNames[0]
        ["Zhang Xiaohua"]       | ["Zhang", ""]              | MISSING_FIELD      | identity.otherNames[1]
        "FEMALE"                | "女"                       | VALUE_NOT_ALLOWED  | identity.sex
        "FEMALE"                | "female"                   | VALUE_NOT_ALLOWED  | identity.sex
        "FEMALE"                | 1                          | VALUE_NOT_ALLOWED  | identity.sex
        "FEMALE"                | ""                         | VALUE_NOT_ALLOWED  | identity.sex
        "PASSPORT"              | "LIBRARY_CARD"             | VALUE_NOT_ALLOWED  | identity.documents[0].type
        "number": "E12345678",  | `  `                       | MISSING_FIELD      | identity.documents[0].number
        "number": "E12345678"   | "numbre": "E1"             | UNKNOWN_FIELD      | identity.documents[0].numbre
        "E12345678"             | "\\u0007"                  | INVALID_CHARACTERS | identity.documents[0].number
        "E12345678"             | 12345678                   | WRONG_TYPE         | identity.documents[0].number
        "640425"                | "64042"                    | DIVISION_MALFORMED | hukouDivision
        "640425"                | 640425                     | WRONG_TYPE         | hukouDivision
        "640425"                | ""                         | DIVISION_MALFORMED | hukouDivision
        "330109"}               | "北京"}                    | DIVISION_MALFORMED | guardians[0].worksIn
        true                    | "true"                     | WRONG_TYPE         | guardians[0].livesWithChild
        true                    | 1                          | WRONG_TYPE         | guardians[0].livesWithChild
        true                    | null                       | MISSING_FIELD      | guardians[0].livesWithChild
        "relation": "MOTHER",   | `  `                       | MISSING_FIELD      | guardians[0].relation
        "agency": "VILLAGE"     | "agancy": "VILLAGE"        | UNKNOWN_FIELD      | agancy
        "agency": "VILLAGE"     | "张小花": "VILLAGE"        | UNKNOWN_FIELD      | ?
        "agency": "VILLAGE"     | "agency": null             | MISSING_FIELD      | agency
        """)
    void a_bad_value_is_refused_at_its_place(String good, String bad, RefusalCode code, String field) {
        assertThat(REGISTER).contains(good);

        Refusal refusal = refusal(REGISTER.replace(good, bad), Register.class);

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.errors().getFirst().field()).isEqualTo(field);
        assertThat(refusal.errors().getFirst().code()).isEqualTo(code);
    }

    @Test
    void every_missing_field_is_named_at_once() {
        Refusal refusal = refusal("{}", Register.class);

        assertThat(refusal.code()).isEqualTo(RefusalCode.MISSING_FIELD);
        assertThat(refusal.errors())
                .extracting(Refusal.FieldError::field)
                .containsExactly("identity", "hukouDivision", "residenceDivision", "residenceSince", "agency", "on");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{}}",
                "{} {}",
                "{'a':1,'a':2}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{\"a\":\"\u0001\"}",
                "// {}",
                "{\"visitor\":\"甲\",\"visitor\":\"乙\"}",
                "not json"
            })
    void what_is_not_json_is_malformed_and_its_place_is_told(String body) {
        Refusal refusal = refusal(body, RecordVisit.class);

        assertThat(refusal.code()).isEqualTo(RefusalCode.MALFORMED_JSON);
        assertThat(refusal.parameters()).containsKeys("line", "column");
    }

    @Test
    void text_in_another_encoding_is_malformed() {
        for (String encoding : List.of("GB18030", "UTF-16", "UTF-32")) {
            Refusal refusal = refusal(VISIT.getBytes(Charset.forName(encoding)), RecordVisit.class);
            assertThat(refusal.code()).as(encoding).isEqualTo(RefusalCode.MALFORMED_JSON);
        }
    }

    @Test
    void a_byte_order_mark_does_no_harm() {
        assertThat(StrictJson.read(StrictJson.tree(bytes('\uFEFF' + VISIT)), RecordVisit.class))
                .isEqualTo(StrictJson.read(StrictJson.tree(bytes(VISIT)), RecordVisit.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "7", "\"text\"", "true"})
    void a_body_is_an_object(String body) {
        Refusal refusal = refusal(body, RecordVisit.class);

        assertThat(refusal.code()).isEqualTo(RefusalCode.WRONG_TYPE);
        assertThat(refusal.parameters()).containsEntry("expected", "object");
    }

    @Test
    void a_body_nested_past_reason_is_malformed() {
        assertThat(refusal("[".repeat(100_000), RecordVisit.class).code()).isEqualTo(RefusalCode.MALFORMED_JSON);
    }

    @Test
    void a_mistyped_field_is_told_what_it_may_have_meant() {
        Refusal refusal = refusal("{'vistor':'王芳'}".replace('\'', '"'), RecordVisit.class);

        assertThat(refusal.errors().getFirst().parameters()).containsEntry("nearest", "visitor");
    }

    @Test
    void a_value_outside_a_list_is_told_the_list() {
        Refusal refusal = refusal(VISIT.replace("HIGH", "SEVERE"), RecordVisit.class);

        assertThat(refusal.errors().getFirst().parameters()).containsEntry("allowed", "HIGH, MEDIUM, LOW");
    }

    @Test
    void text_over_its_length_is_told_the_length() {
        Refusal refusal = refusal(VISIT.replace("在家写作业", "长".repeat(4001)), RecordVisit.class);

        assertThat(refusal.code()).isEqualTo(RefusalCode.TEXT_TOO_LONG);
        assertThat(refusal.errors().getFirst().parameters()).containsEntry("longest", "4000");
    }

    @Test
    void every_fault_of_a_body_is_told_in_the_order_of_the_request_and_then_what_is_missing() {
        String body = REGISTER.replace("\"2016-05-04\"", "\"2016-5-4\"")
                .replace("\"PASSPORT\"", "\"LIBRARY_CARD\"")
                .replace("\"640425\"", "\"64042\"")
                .replace("\"householdType\"", "\"huhuType\"")
                .replace("\"relation\": \"MOTHER\", ", "")
                .replace("true", "1")
                .replace("\"agency\": \"VILLAGE\", ", "");

        Refusal refusal = refusal(body, Register.class);

        assertThat(refusal.errors().stream().map(error -> error.field() + " " + error.code()))
                .containsExactly(
                        "identity.birthDate INVALID_DATE",
                        "identity.documents[0].type VALUE_NOT_ALLOWED",
                        "hukouDivision DIVISION_MALFORMED",
                        "huhuType UNKNOWN_FIELD",
                        "guardians[0].livesWithChild WRONG_TYPE",
                        "guardians[0].relation MISSING_FIELD",
                        "agency MISSING_FIELD");
        assertThat(refusal.code()).isEqualTo(RefusalCode.INVALID_DATE);
    }

    @Test
    void what_cannot_be_read_speaks_for_a_body_before_what_cannot_be_right() {
        Refusal both = refusal(
                REGISTER.replace("\"640425\"", "\"64042\"").replace("\"VILLAGE\"", "\"NOBODY\""), Register.class);

        assertThat(both.errors())
                .extracting(Refusal.FieldError::code)
                .containsExactly(RefusalCode.DIVISION_MALFORMED, RefusalCode.VALUE_NOT_ALLOWED);
        assertThat(both.code()).isEqualTo(RefusalCode.VALUE_NOT_ALLOWED);
    }

    @Test
    void a_number_that_no_document_has_is_told_together_with_the_other_faults() {
        Refusal refusal = refusal(
                REGISTER.replace("\"PASSPORT\"", "\"RESIDENT_ID\"").replace("2026-03-01", "yesterday"), Register.class);

        assertThat(refusal.errors().stream().map(error -> error.field() + " " + error.code()))
                .containsExactly("identity.documents[0].number ID_NUMBER_MALFORMED", "on INVALID_DATE");
    }

    @Test
    void what_a_field_at_fault_leaves_open_is_not_called_missing() {
        Refusal refusal = refusal(
                "{'status':'LEFT_BEHIND','leftBehindReason':'NONE','on':'2026-03-01'}".replace('\'', '"'),
                DecideScreeningReview.class);

        assertThat(refusal.errors().stream().map(error -> error.field() + " " + error.code()))
                .containsExactly("leftBehindReason VALUE_NOT_ALLOWED", "reason MISSING_FIELD");
    }

    @Test
    void of_very_many_faults_a_hundred_are_named_and_the_others_counted() {
        String guardian = "{" + fields(60) + "}";
        Refusal refusal = refusal(
                REGISTER.replaceFirst(
                        "(?s)\"guardians\": \\[.*?]", "\"guardians\": [" + guardian + "," + guardian + "]"),
                Register.class);

        assertThat(refusal.errors()).hasSize(Refusal.MOST_ERRORS);
        assertThat(refusal.parameters()).containsEntry("moreErrors", "26");
    }

    @Test
    void an_object_of_too_many_fields_is_not_looked_into() {
        Refusal inside = refusal(REGISTER.replace("\"name\": \"张小花\"", fields(101)), Register.class);
        Refusal whole = refusal("{" + fields(101) + "}", Register.class);

        assertThat(inside.errors())
                .containsExactly(
                        new Refusal.FieldError("identity", RefusalCode.TOO_MANY_FIELDS, Map.of("most", "100")));
        assertThat(whole).isEqualTo(Refusal.of(RefusalCode.TOO_MANY_FIELDS, Map.of("most", "100")));
    }

    @Test
    void a_body_of_more_than_any_command_needs_is_not_read_to_its_end_but_says_where() {
        String names = "\"甲\",".repeat(40_000) + "\"乙\"";

        assertThat(refusal(REGISTER.replace("\"Zhang Xiaohua\"", names), Register.class))
                .isEqualTo(Refusal.at("identity.otherNames", RefusalCode.TOO_MANY_ITEMS));
        assertThat(refusal(REGISTER.replace("\"agency\"", fields(50_000) + ", \"agency\""), Register.class))
                .isEqualTo(Refusal.of(RefusalCode.TOO_MANY_FIELDS));
        assertThat(refusal("{\"张小花\": {" + fields(50_000) + "}}", Register.class))
                .isEqualTo(Refusal.at("?", RefusalCode.TOO_MANY_FIELDS));
        assertThat(refusal("{\"a\": [" + "{\"b\": 1},".repeat(2000) + "1]}", Register.class))
                .isEqualTo(Refusal.at("a", RefusalCode.TOO_MANY_ITEMS));
        assertThat(refusal("[" + "1,".repeat(50_000) + "1]", Register.class))
                .isEqualTo(Refusal.of(RefusalCode.TOO_MANY_ITEMS));
    }

    @Test
    void a_name_or_a_number_past_reason_is_malformed_and_a_long_unknown_name_is_not_repeated() {
        assertThat(refusal("{\"" + "n".repeat(1001) + "\": 1}", RecordVisit.class)
                        .code())
                .isEqualTo(RefusalCode.MALFORMED_JSON);
        assertThat(refusal("{\"on\": " + "9".repeat(101) + "}", RecordVisit.class)
                        .code())
                .isEqualTo(RefusalCode.MALFORMED_JSON);
        assertThat(refusal("{\"" + "n".repeat(41) + "\": 1}", RecordVisit.class).errors())
                .extracting(Refusal.FieldError::field)
                .startsWith("?");
    }

    @Test
    void rare_characters_count_as_one() {
        assertThat(read("{'visitor':'" + "𠮷".repeat(100) + "','seen':'在家','on':'2026-03-01'}", RecordVisit.class)
                        .visitor()
                        .reveal())
                .hasSize(200);
        assertThat(refusal(VISIT.replace("王芳", "𠮷".repeat(101)), RecordVisit.class)
                        .code())
                .isEqualTo(RefusalCode.TEXT_TOO_LONG);
    }

    @Test
    void every_command_refuses_an_empty_object_by_name_of_what_is_missing() {
        for (Class<? extends Command> command : CommandCatalogue.all()) {
            Refusal refusal = refusal("{}", command);
            assertThat(refusal.code()).as(command.getSimpleName()).isEqualTo(RefusalCode.MISSING_FIELD);
            assertThat(refusal.errors()).extracting(Refusal.FieldError::field).contains("on");
        }
    }

    private static String fields(int count) {
        return IntStream.range(0, count).mapToObj(n -> "\"f" + n + "\": 1").collect(Collectors.joining(","));
    }

    private static <T> T read(String body, Class<T> type) {
        return StrictJson.read(StrictJson.tree(bytes(body.replace('\'', '"'))), type);
    }

    private static Refusal refusal(String body, Class<?> type) {
        return refusal(bytes(body), type);
    }

    private static Refusal refusal(byte[] body, Class<?> type) {
        return Optional.ofNullable(
                        catchThrowableOfType(Refused.class, () -> StrictJson.read(StrictJson.tree(body), type)))
                .orElseThrow(() -> new AssertionError("It was read"))
                .refusal();
    }
}
