package org.huhang.kernel.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.policy.ScreeningEdition.AbsenceStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreeningPolicyTest {

    private final ScreeningPolicy policy = PolicyBook.published().screening();

    @ParameterizedTest
    @CsvSource({
        "330109102, 2024-08-01, NATIONAL-2024",
        "330109102, 2024-07-31, NATIONAL-2024",
        "330109102, 2016-01-01, NATIONAL-2024",
        "640104,    2024-06-01, NINGXIA-2024",
        "640104,    2024-07-31, NINGXIA-2024",
        "640104,    2024-08-01, NINGXIA-2024",
        "640104,    2020-01-01, NINGXIA-2024",
        "620100,    2026-01-01, NATIONAL-2024",
    })
    void the_edition_of_the_smallest_area_in_force_judges_and_the_earliest_where_none_is_yet(
            String residence, LocalDate on, String edition) {
        assertThat(policy.editionFor(DivisionCode.of(residence), on).id().name())
                .isEqualTo(edition);
    }

    @Test
    void the_nation_asks_for_a_rural_household_and_ningxia_for_half_a_year_across_a_county_border() {
        ScreeningEdition nation = edition("330109");
        assertThat(nation.ageBelow().value()).isEqualTo(16);
        assertThat(nation.residenceMonths().value()).isEqualTo(6);
        assertThat(nation.ruralHousehold().value()).isTrue();
        assertThat(nation.absenceMonths().value()).isZero();
        assertThat(nation.absenceCrossesCounty().value()).isFalse();
        assertThat(nation.townshipBand().value()).isFalse();

        ScreeningEdition ningxia = edition("640104");
        assertThat(ningxia.ruralHousehold().value()).isFalse();
        assertThat(ningxia.absenceMonths().value()).isEqualTo(6);
        assertThat(ningxia.absenceCountedFrom().value()).isEqualTo(AbsenceStart.DEPARTURE);
        assertThat(ningxia.absenceCrossesCounty().value()).isTrue();
        assertThat(ningxia.townshipBand().value()).isTrue();
    }

    @Test
    void when_a_provinces_edition_ends_the_national_one_judges_again(@TempDir Path folder) {
        Tables.withLine(folder, ScreeningPolicy.FILE, "NINGXIA-2024\tvalid-until\t", "2026-12-31");
        ScreeningPolicy edited = PolicyBook.from(folder).screening();
        DivisionCode yinchuan = DivisionCode.of("640104");
        assertThat(edited.editionFor(yinchuan, LocalDate.parse("2026-12-31"))
                        .id()
                        .name())
                .isEqualTo("NINGXIA-2024");
        assertThat(edited.editionFor(yinchuan, LocalDate.parse("2027-01-01"))
                        .id()
                        .name())
                .isEqualTo("NATIONAL-2024");
    }

    @ParameterizedTest
    @CsvSource({
        "2010-05-10, 330109102, 2026-05-10",
        "2010-05-10, 640104,    2026-05-10",
        "2012-02-29, 330109102, 2028-02-29",
        "2011-02-28, 330109102, 2027-02-28",
    })
    void a_child_is_too_old_to_be_screened_from_the_sixteenth_birthday_on(
            LocalDate birth, String residence, LocalDate day) {
        assertThat(policy.tooOldFrom(birth, DivisionCode.of(residence))).isEqualTo(day);
    }

    /** A province that screens below seventeen, until the end of 2026. */
    @ParameterizedTest
    @CsvSource({
        "2010-05-10, 330109102, 2026-05-10",
        "2009-05-10, 640104,    2026-05-10",
        "2010-05-10, 640104,    2027-01-01",
        "2012-05-10, 640104,    2028-05-10",
    })
    void the_edition_in_force_on_that_day_says_how_old_is_too_old(
            LocalDate birth, String residence, LocalDate day, @TempDir Path folder) throws IOException {
        Tables.withLine(folder, ScreeningPolicy.FILE, "NINGXIA-2024\tvalid-until\t", "2026-12-31");
        Path table = folder.resolve(ScreeningPolicy.FILE);
        Files.writeString(
                table, Files.readString(table).replace("NINGXIA-2024\tage-below\t16", "NINGXIA-2024\tage-below\t17"));

        assertThat(PolicyBook.from(folder).screening().tooOldFrom(birth, DivisionCode.of(residence)))
                .isEqualTo(day);
    }

    @Test
    void an_operators_table_replaces_the_shipped_one_and_no_other(@TempDir Path folder) {
        Tables.withLine(folder, ScreeningPolicy.FILE, "NATIONAL-2024\trural-household\t", "not asked");
        PolicyBook edited = PolicyBook.from(folder);
        assertThat(edited.screening()
                        .editionFor(DivisionCode.of("330109"), LocalDate.parse("2025-01-01"))
                        .ruralHousehold()
                        .value())
                .isFalse();
        assertThat(edited.ages().editions())
                .isEqualTo(PolicyBook.published().ages().editions());
    }

    @Test
    void every_provision_names_its_legal_basis() {
        assertThat(policy.editions())
                .flatMap(edition -> List.of(edition.ageBelow(), edition.countyCrossing(), edition.reconfirmWithin()))
                .allSatisfy(provision -> assertThat(provision.legalBasis()).isNotBlank());
    }

    private ScreeningEdition edition(String residence) {
        return policy.editionFor(DivisionCode.of(residence), LocalDate.parse("2025-01-01"));
    }
}
