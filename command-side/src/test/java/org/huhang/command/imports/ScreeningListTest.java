package org.huhang.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huhang.command.imports.RecordReader.Raw;
import org.huhang.command.imports.RowReader.Reading;
import org.huhang.command.imports.RowReader.Reading.NotUnderstood;
import org.huhang.command.imports.RowReader.Reading.Understood;
import org.huhang.kernel.refusal.Refusal.FieldError;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.value.DocumentType;
import org.huhang.kernel.value.Relation;
import org.junit.jupiter.api.Test;

class ScreeningListTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final LocalDate TODAY = LocalDate.parse("2026-05-01");
    private static final String HEADING = "姓名,性别,出生日期,证件号码,户籍地代码,居住地代码,来居住地日期,摸排日期,序号";
    private static final String ROW = "王小明,男,2016/3/1,,640121,330109,2025年9月1日,20260401,1";

    @Test
    void a_row_is_understood_in_either_encoding_and_means_the_same() throws IOException {
        Reading utf8 = only((HEADING + "\n" + ROW).getBytes(StandardCharsets.UTF_8));
        Reading gb18030 = only((HEADING + "\n" + ROW).getBytes(GB18030));

        assertThat(utf8).isEqualTo(gb18030).isInstanceOf(Understood.class);
        var register = ((Understood) utf8).child().register();
        assertThat(register.identity().name().reveal()).isEqualTo("王小明");
        assertThat(register.identity().birthDate()).isEqualTo("2016-03-01");
        assertThat(register.residenceSince()).isEqualTo("2025-09-01");
        assertThat(register.on()).isEqualTo("2026-04-01");
    }

    @Test
    void the_order_of_columns_is_free_and_leaves_the_row_the_same() throws IOException {
        Reading asIs = only((HEADING + "\n" + ROW).getBytes(StandardCharsets.UTF_8));
        Reading turned =
                only(("来居住地日期,居住地代码,户籍地代码,出生日期,性别,姓名,摸排日期\n" + "2025年9月1日,330109,640121,2016/3/1,男,王小明,20260401")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(turned).isEqualTo(asIs);
    }

    @Test
    void a_row_without_a_screening_day_is_screened_today() throws IOException {
        Reading reading = only((HEADING + "\n" + ROW.replace("20260401", "")).getBytes(StandardCharsets.UTF_8));

        assertThat(((Understood) reading).child().screen().on()).isEqualTo(TODAY);
    }

    @Test
    void every_cell_at_fault_is_named_by_its_heading() throws IOException {
        assertThat(faults("王小明,男孩,2025-02-30,,64012,330109,2025-09-01,,1"))
                .containsExactlyInAnyOrder("性别 VALUE_NOT_ALLOWED", "出生日期 INVALID_DATE", "户籍地代码 DIVISION_MALFORMED");
    }

    @Test
    void what_is_required_and_blank_is_missing() throws IOException {
        assertThat(faults(",,,,,,,,1"))
                .containsExactlyInAnyOrder(
                        "姓名 MISSING_FIELD",
                        "性别 MISSING_FIELD",
                        "出生日期 MISSING_FIELD",
                        "户籍地代码 MISSING_FIELD",
                        "居住地代码 MISSING_FIELD",
                        "来居住地日期 MISSING_FIELD");
    }

    @Test
    void a_name_that_looks_like_a_formula_is_refused() throws IOException {
        assertThat(faults(ROW.replace("王小明", "=cmd|'/c calc'!A1"))).containsExactly("姓名 CELL_LOOKS_LIKE_FORMULA");
    }

    @Test
    void a_nul_in_a_heading_is_refused_before_anything_is_kept() {
        assertThatThrownBy(() -> read((HEADING + ",x\u0000y\n" + ROW).getBytes(StandardCharsets.UTF_8)))
                .hasMessage("INVALID_CHARACTERS");
    }

    @Test
    void a_year_no_officer_means_is_no_date() throws IOException {
        assertThat(faults(ROW.replace("2016/3/1", "0001-01-01"))).containsExactly("出生日期 INVALID_DATE");
        assertThat(faults(ROW.replace("2016/3/1", "-999999999-01-01"))).containsExactly("出生日期 INVALID_DATE");
    }

    @Test
    void a_nul_in_a_cell_is_refused() throws IOException {
        assertThat(faults(ROW.replace("王小明", "王\u0000明"))).containsExactly("姓名 INVALID_CHARACTERS");
    }

    @Test
    void a_row_in_another_encoding_spoils_only_itself() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write((HEADING + "\n" + ROW + "\n").getBytes(StandardCharsets.UTF_8));
        file.write((ROW + "\n").getBytes(GB18030));
        file.write((ROW + "\n").getBytes(StandardCharsets.UTF_8));

        assertThat(read(file.toByteArray()).stream().map(Object::getClass))
                .containsExactly(Understood.class, NotUnderstood.class, Understood.class);
    }

    @Test
    void a_utf_8_row_in_a_gb18030_file_spoils_only_itself() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write((HEADING + "\n" + ROW + "\n").getBytes(GB18030));
        file.write((ROW + "\n").getBytes(StandardCharsets.UTF_8));

        assertThat(read(file.toByteArray()).stream().map(Object::getClass))
                .containsExactly(Understood.class, NotUnderstood.class);
    }

    @Test
    void more_cells_than_headings_is_too_wide() throws IOException {
        assertThat(faults(ROW + ",x,y")).containsExactly(" ROW_TOO_WIDE");
    }

    @Test
    void a_document_without_a_type_is_a_resident_id_and_none_is_no_document() throws IOException {
        String heading = HEADING.replace("证件号码", "证件类型,证件号码") + "\n";
        Reading withNumber = only(
                (heading + ROW.replace(",,640121", ",,11010519491231002X,640121")).getBytes(StandardCharsets.UTF_8));
        Reading none = only((heading + ROW.replace(",,640121", ",无,,640121")).getBytes(StandardCharsets.UTF_8));

        assertThat(((Understood) withNumber).child().register().identity().documents())
                .extracting(document -> document.type())
                .containsExactly(DocumentType.RESIDENT_ID);
        assertThat(((Understood) none).child().register().identity().documents())
                .isEmpty();
    }

    @Test
    void guardians_are_read_where_any_of_their_cells_is_filled() throws IOException {
        Reading reading = only(("姓名,性别,出生日期,户籍地代码,居住地代码,来居住地日期,监护人姓名,监护人关系,监护人同住,监护人2姓名\n"
                        + "王小明,男,2016-03-01,640121,330109,2025-09-01,王大明,父亲,是,")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(((Understood) reading).child().register().guardians())
                .singleElement()
                .satisfies(guardian -> {
                    assertThat(guardian.relation()).isEqualTo(Relation.FATHER);
                    assertThat(guardian.livesWithChild()).isTrue();
                });
    }

    @Test
    void a_missing_column_is_named() {
        assertThat(refused("姓名,性别,户籍地代码,居住地代码\n".getBytes(StandardCharsets.UTF_8)))
                .extracting(FieldError::field)
                .containsExactly("出生日期", "来居住地日期");
    }

    @Test
    void a_doubled_column_is_named() {
        assertThat(refused((HEADING + ",性 别").getBytes(StandardCharsets.UTF_8)))
                .containsExactly(new FieldError("性别", RefusalCode.COLUMN_DOUBLED, Map.of()));
    }

    @Test
    void a_spreadsheet_or_utf_16_is_told_apart_from_a_csv() {
        assertThatThrownBy(() -> read("PK\u0003\u0004xl/".getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessage("FILE_NOT_CSV");
        assertThatThrownBy(() -> read(("\uFEFF" + HEADING).getBytes(StandardCharsets.UTF_16LE)))
                .hasMessage("FILE_ENCODING_UNKNOWN");
    }

    private static List<String> faults(String row) throws IOException {
        Reading reading = only((HEADING + "\n" + row).getBytes(StandardCharsets.UTF_8));
        return ((NotUnderstood) reading)
                .reasons().stream()
                        .map(error -> error.field() + " " + error.code())
                        .toList();
    }

    private static List<FieldError> refused(byte[] file) {
        try {
            read(file);
            throw new AssertionError("The heading was accepted");
        } catch (Refused refused) {
            return refused.refusal().errors();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Reading only(byte[] file) throws IOException {
        List<Reading> readings = read(file);
        assertThat(readings).hasSize(1);
        return readings.getFirst();
    }

    private static List<Reading> read(byte[] file) throws IOException {
        RecordReader records = new RecordReader(new ByteArrayInputStream(file));
        Heading heading = Heading.of(records.next().orElseThrow());
        records.expectColumns(heading.width());
        RowReader rows = new RowReader(heading);
        List<Reading> readings = new ArrayList<>();
        for (Optional<Raw> raw = records.next(); raw.isPresent(); raw = records.next()) {
            readings.add(rows.read(raw.get(), TODAY));
        }
        return readings;
    }
}
