package org.huhang.kernel.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;
import org.huhang.kernel.refusal.Refusal.FieldError;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.value.DocumentNumber;
import org.huhang.kernel.value.DocumentType;
import org.huhang.kernel.value.IdentityDocument;
import org.huhang.kernel.value.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentRulesTest {

    private static final LocalDate BIRTH = LocalDate.parse("1949-12-31");

    /** 11010519491231002X is the example the standard itself gives. */
    @ParameterizedTest
    @CsvSource({
        "RESIDENT_ID, 11010519491231002X",
        "RESIDENT_ID, 11010519491231002x",
        "FOREIGN_PERMANENT_RESIDENT_ID, USA110149123105",
        "PASSPORT, EA1234567",
        "PASSPORT, 12345",
        "BIRTH_CERTIFICATE, T330123456"
    })
    void a_number_of_its_type_that_agrees_is_accepted(DocumentType type, String number) {
        assertThat(check(type, number, BIRTH, Sex.FEMALE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RESIDENT_ID, 110105491231002, ID_NUMBER_MALFORMED", // the 15 digits of before 2000
        "RESIDENT_ID, 11010519491231002Y, ID_NUMBER_MALFORMED",
        "RESIDENT_ID, 110105194912310020, ID_NUMBER_CHECK_DIGIT",
        "RESIDENT_ID, 990105194912310024, ID_NUMBER_MALFORMED",
        "HONG_KONG_MACAO_RESIDENCE_PERMIT, 11010519491231002X, ID_NUMBER_MALFORMED",
        "TAIWAN_RESIDENCE_PERMIT, 11010519491231002X, ID_NUMBER_MALFORMED",
        "FOREIGN_PERMANENT_RESIDENT_ID, 11010519491231002X, ID_NUMBER_MALFORMED",
        "FOREIGN_PERMANENT_RESIDENT_ID, USA110150123105, ID_NUMBER_BIRTH_DATE_DISAGREES",
        "PASSPORT, E123, DOCUMENT_NUMBER_MALFORMED",
        "PASSPORT, E1234-567, DOCUMENT_NUMBER_MALFORMED",
        "BIRTH_CERTIFICATE, 3301234567, DOCUMENT_NUMBER_MALFORMED",
        "BIRTH_CERTIFICATE, T33012345, DOCUMENT_NUMBER_MALFORMED"
    })
    void a_number_not_of_its_type_is_refused(DocumentType type, String number, RefusalCode code) {
        assertThat(check(type, number, BIRTH, Sex.FEMALE)).containsExactly(error(code));
    }

    @Test
    void birth_date_and_sex_that_disagree_are_both_named() {
        assertThat(check(DocumentType.RESIDENT_ID, "11010519491231002X", BIRTH.plusDays(1), Sex.MALE))
                .containsExactly(
                        error(RefusalCode.ID_NUMBER_BIRTH_DATE_DISAGREES), error(RefusalCode.ID_NUMBER_SEX_DISAGREES));
    }

    @Test
    void a_number_with_a_day_that_does_not_exist_is_malformed_though_its_check_character_holds() {
        DocumentNumber real = ResidentIdNumber.compose("330109", LocalDate.parse("2025-03-02"), 7);
        String impossible = withCheckCharacter(
                real.reveal().substring(0, 10) + "0230" + real.reveal().substring(14, 17));
        assertThat(check(DocumentType.RESIDENT_ID, impossible, LocalDate.parse("2025-03-02"), Sex.MALE))
                .containsExactly(error(RefusalCode.ID_NUMBER_MALFORMED));
    }

    @ParameterizedTest
    @CsvSource({
        "HONG_KONG_MACAO_RESIDENCE_PERMIT, 810000",
        "HONG_KONG_MACAO_RESIDENCE_PERMIT, 820000",
        "TAIWAN_RESIDENCE_PERMIT, 830000",
        "FOREIGN_PERMANENT_RESIDENT_ID, 933840",
        "RESIDENT_ID, 330109"
    })
    void each_type_has_its_own_prefix_and_the_same_check_character(DocumentType type, String prefix) {
        DocumentNumber number = ResidentIdNumber.compose(prefix, BIRTH, 2);
        assertThat(check(type, number.reveal(), BIRTH, Sex.FEMALE)).isEmpty();
        assertThat(check(type, mistyped(number.reveal()), BIRTH, Sex.FEMALE))
                .containsExactly(error(RefusalCode.ID_NUMBER_CHECK_DIGIT));
    }

    @Test
    void the_sex_of_a_foreign_permanent_resident_is_not_read_from_the_number() {
        DocumentNumber number = ResidentIdNumber.compose("933840", BIRTH, 2);
        assertThat(check(DocumentType.FOREIGN_PERMANENT_RESIDENT_ID, number.reveal(), BIRTH, Sex.MALE))
                .isEmpty();
    }

    @Property
    void a_composed_number_agrees_with_the_child_it_was_composed_for(
            @ForAll @DateRange(min = "1900-01-01", max = "2099-12-31") LocalDate birth,
            @ForAll @IntRange(max = 999) int sequence) {
        DocumentNumber number = ResidentIdNumber.compose("640121", birth, sequence);
        Sex sex = sequence % 2 == 1 ? Sex.MALE : Sex.FEMALE;
        assertThat(check(DocumentType.RESIDENT_ID, number.reveal(), birth, sex)).isEmpty();
    }

    @Property
    void every_single_mistyped_character_is_noticed(
            @ForAll @DateRange(min = "1990-01-01", max = "2040-12-31") LocalDate birth,
            @ForAll @IntRange(max = 999) int sequence,
            @ForAll @IntRange(max = 17) int at,
            @ForAll @CharRange(from = '0', to = '9') @Chars('X') char typed) {
        StringBuilder number = new StringBuilder(
                ResidentIdNumber.compose("330110", birth, sequence).reveal());
        boolean same = number.charAt(at) == typed;
        number.setCharAt(at, typed);
        assertThat(holds(number.toString())).isEqualTo(same);
    }

    @Property
    void every_swap_of_two_neighbours_is_noticed(
            @ForAll @DateRange(min = "1990-01-01", max = "2040-12-31") LocalDate birth,
            @ForAll @IntRange(max = 999) int sequence,
            @ForAll @IntRange(max = 16) int at) {
        String number = ResidentIdNumber.compose("330110", birth, sequence).reveal();
        String swapped = number.substring(0, at) + number.charAt(at + 1) + number.charAt(at) + number.substring(at + 2);
        assertThat(holds(swapped)).isEqualTo(swapped.equals(number));
    }

    @Property(tries = 200)
    void no_error_and_no_text_of_ours_carries_the_number(@ForAll @IntRange(max = 999) int sequence) {
        String number =
                mistyped(ResidentIdNumber.compose("330110", BIRTH, sequence).reveal());
        assertThat(check(DocumentType.RESIDENT_ID, number, BIRTH, Sex.MALE).toString())
                .doesNotContain(number);
        assertThat(ResidentIdNumber.read(DocumentNumber.of(number)).toString()).doesNotContain(number);
    }

    private static boolean holds(String number) {
        return ResidentIdNumber.read(DocumentNumber.of(number))
                .filter(ResidentIdNumber::checkCharacterHolds)
                .isPresent();
    }

    private static String mistyped(String number) {
        return number.substring(0, 17) + (number.endsWith("1") ? "2" : "1");
    }

    private static String withCheckCharacter(String seventeen) {
        return "0123456789X"
                .chars()
                .mapToObj(check -> seventeen + (char) check)
                .filter(DocumentRulesTest::holds)
                .findFirst()
                .orElseThrow();
    }

    private static List<FieldError> check(DocumentType type, String number, LocalDate birth, Sex sex) {
        IdentityDocument document = new IdentityDocument(type, DocumentNumber.of(number), Optional.empty());
        return DocumentRules.check("documents[0].number", document, birth, sex);
    }

    private static FieldError error(RefusalCode code) {
        return new FieldError("documents[0].number", code, Map.of());
    }
}
