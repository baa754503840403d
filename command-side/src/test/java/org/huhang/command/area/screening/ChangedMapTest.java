package org.huhang.command.area.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.command.area.screening.AChild.inXiaoshan;
import static org.huhang.command.area.screening.AChild.ref;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huhang.kernel.area.file.MoveNearby;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.value.MigrantBand;
import org.huhang.kernel.value.ReviewReason;
import org.huhang.kernel.value.ScreenedOutReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Children screened by tables that an operator has put in the place of the published ones. */
class ChangedMapTest {

    private static final String SHORT_LIVED = """
            2025-02-01,2025-02-01,,created,330119,瓜沥区,330109,
            2025-12-01,2025-12-01,,abolished,330119,瓜沥区,330109,
            """;

    private static final String ANOTHER_PROVINCE = """
            2026-05-01,2026-06-01,,created,433141,秀山县,500241,
            2026-05-01,2026-06-01,,abolished,500241,秀山土家族苗族自治县,433141,
            """;

    private static final String IN_FUTURE = """
            2026-11-20,2027-03-01,,created,330119,新萧山区,330109,
            2026-11-20,2027-03-01,,abolished,330109,萧山区,330119,
            """;

    /** Of which nobody has said when it takes effect. */
    private static final String ANNOUNCED_ONLY = "2026-09-01,,,abolished,330182,建德市,330109,\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"2025-06-01", "2025-11-30", "2025-12-01", "2026-11-30"})
    void a_county_that_came_and_went_within_a_year_makes_nobody_a_migrant(LocalDate on) {
        PolicyBook tables = with(SHORT_LIVED);
        for (String hukou : List.of("330109", "330119")) {
            for (String residence : List.of("330109", "330119")) {
                AChild child = inXiaoshan()
                        .registeredIn(ref(hukou, "2025-06-01"))
                        .livingIn(ref(residence, "2025-06-01"))
                        .since("2020-01-10");
                assertThat(found(child, on, tables))
                        .as("%s, %s", hukou, residence)
                        .isNotInstanceOf(Outcome.Migrant.class);
            }
        }
    }

    @Test
    void who_came_to_it_from_the_county_around_it_while_it_stood_has_crossed_a_border_until_it_went() {
        AChild child = inXiaoshan()
                .registeredIn(ref("330109", "2025-06-01"))
                .livingIn(ref("330119", "2025-06-01"))
                .since("2025-03-01");
        PolicyBook tables = with(SHORT_LIVED);

        assertThat(crossed(child, LocalDate.parse("2025-11-30"), tables)).isEqualTo(Comparison.Apart.TWO_UNITS);
        assertThat(crossed(child, LocalDate.parse("2025-12-01"), tables)).isEqualTo(Comparison.Apart.ONE_UNIT);
    }

    @ParameterizedTest
    @CsvSource({"2026-05-31", "2026-06-01", "2026-11-30"})
    void a_border_of_a_province_that_moved_makes_nobody_a_migrant(LocalDate on) {
        PolicyBook tables = with(ANOTHER_PROVINCE);
        AChild child = inXiaoshan()
                .registeredIn(ref("500241", "202306"))
                .livingIn(ref("433141", "2026-06-01"))
                .since("2020-01-10");

        assertThat(found(child, on, tables)).isInstanceOf(Outcome.Neither.class);
        assertThat(found(child.livingIn(ref("500240", "202306")), on, tables))
                .isEqualTo(new Outcome.Migrant(MigrantBand.COUNTY));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20", "2027-02-28", "2027-03-01", "2027-12-01"})
    void a_change_announced_for_a_later_day_makes_nobody_a_migrant_on_either_side_of_it(LocalDate on) {
        PolicyBook tables = with(IN_FUTURE);
        AChild child = inXiaoshan()
                .registeredIn(ref("330109", "202306"))
                .livingIn(ref("330119", "2027-03-01"))
                .since("2020-01-10");

        assertThat(found(child, on, tables)).isInstanceOf(Outcome.Neither.class);
    }

    @Test
    void a_change_of_which_no_day_of_effect_is_known_leaves_it_to_a_person() {
        PolicyBook tables = with(ANNOUNCED_ONLY);
        AChild child = inXiaoshan().registeredIn("330182").livingIn("330109").since("2024-01-10");

        assertThat(found(child, LocalDate.parse("2026-08-31"), tables))
                .isEqualTo(new Outcome.Migrant(MigrantBand.COUNTY));
        for (String on : List.of("2026-09-01", "2026-11-30", "2028-11-30")) {
            assertThat(found(child, LocalDate.parse(on), tables))
                    .isEqualTo(new Outcome.Review(List.of(ReviewReason.DIVISIONS_NOT_COMPARABLE)));
        }
    }

    @Test
    void
            a_move_within_a_zone_of_no_known_county_leaves_the_months_of_residence_to_a_person_until_they_are_over_anyway() {
        ScreeningFacts facts = movedNearby("130171100", "130171101", "2026-05-01");

        assertThat(found(facts, LocalDate.parse("2026-06-30"), PolicyBook.published()))
                .isEqualTo(new Outcome.Review(List.of(ReviewReason.DIVISIONS_NOT_COMPARABLE)));
        assertThat(found(facts, LocalDate.parse("2026-11-01"), PolicyBook.published()))
                .isEqualTo(new Outcome.Migrant(MigrantBand.COUNTY));
    }

    @Test
    void once_the_tables_name_the_counties_of_the_zone_the_same_move_is_told() {
        ScreeningFacts facts = movedNearby("130171100", "130171101", "2026-05-01");
        LocalDate on = LocalDate.parse("2026-06-30");

        assertThat(found(facts, on, withZone("130171100\t甲镇\t130102\n130171101\t乙镇\t130102\n")))
                .isEqualTo(new Outcome.Migrant(MigrantBand.COUNTY));
        assertThat(found(facts, on, withZone("130171100\t甲镇\t130102\n130171101\t乙镇\t130108\n")))
                .isInstanceOfSatisfying(Outcome.Neither.class, neither -> assertThat(neither.reasons())
                        .contains(ScreenedOutReason.LESS_THAN_HALF_A_YEAR));
    }

    /** Registered far away, living in the first place since 2020 and in the second since the day. */
    private static ScreeningFacts movedNearby(String from, String to, String on) {
        ScreeningFacts before = inXiaoshan()
                .registeredIn("640422100")
                .livingIn(to)
                .since("2020-01-10")
                .facts();
        return new ScreeningFacts(
                before.birthDate(),
                before.hukou(),
                before.residence(),
                Optional.of(LocalDate.parse(on)),
                List.of(new MoveNearby(ref(from), ref(to), LocalDate.parse(on))),
                before.guardians());
    }

    private static Outcome found(AChild child, LocalDate on, PolicyBook tables) {
        return found(child.facts(), on, tables);
    }

    private static Outcome found(ScreeningFacts facts, LocalDate on, PolicyBook tables) {
        return ScreeningRules.evaluate(facts, on, tables).outcome();
    }

    private static Comparison.Apart crossed(AChild child, LocalDate on, PolicyBook tables) {
        ScreeningFacts facts = child.facts();
        return Comparison.crossed(
                        facts.hukou().division(),
                        facts.residence().division(),
                        facts.residence().since(),
                        on,
                        tables.divisions())
                .apart();
    }

    private PolicyBook with(String rows) {
        return book("division-changes.tsv", "changes.tsv", rows.replace(',', '\t'));
    }

    private PolicyBook withZone(String rows) {
        return book("statistical-divisions.tsv", "statistical.tsv", rows);
    }

    private PolicyBook book(String file, String shipped, String rows) {
        try (InputStream table = PolicyBook.class.getResourceAsStream("/divisions/" + shipped)) {
            String all = new String(table.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(folder.resolve(file), all + rows);
            return PolicyBook.from(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
