package org.huhang.command.area.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.command.area.screening.AChild.away;
import static org.huhang.command.area.screening.AChild.inXiaoshan;
import static org.huhang.command.area.screening.AChild.inXiji;
import static org.huhang.command.area.screening.AChild.with;
import static org.huhang.kernel.value.Relation.ENTRUSTED_CARER;
import static org.huhang.kernel.value.Relation.FATHER;
import static org.huhang.kernel.value.Relation.GRANDPARENT;
import static org.huhang.kernel.value.Relation.MOTHER;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.value.Finding;
import org.huhang.kernel.value.GuardianAbility;
import org.huhang.kernel.value.HouseholdType;
import org.huhang.kernel.value.LeftBehindReason;
import org.huhang.kernel.value.MigrantBand;
import org.huhang.kernel.value.ReviewReason;
import org.huhang.kernel.value.ScreenedOutReason;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScreeningRulesTest {

    private static final Outcome MIGRANT = new Outcome.Migrant(MigrantBand.COUNTY);
    private static final Outcome COUNTED = new Outcome.Migrant(MigrantBand.TOWNSHIP);
    private static final Outcome BOTH_AWAY = new Outcome.LeftBehind(LeftBehindReason.BOTH_PARENTS_AWAY);

    @Test
    void a_child_across_the_county_border_with_a_parent_is_a_migrant_from_the_day_six_months_are_complete() {
        AChild child = inXiaoshan().since("2025-01-15");
        assertThat(outcome(child, "2025-07-14"))
                .isEqualTo(neither(ScreenedOutReason.LESS_THAN_HALF_A_YEAR, ScreenedOutReason.LIVES_WITH_PARENTS));
        assertThat(outcome(child, "2025-07-15")).isEqualTo(MIGRANT);
    }

    @Test
    void a_migrant_child_is_one_until_the_day_before_the_sixteenth_birthday() {
        AChild child = inXiaoshan().born("2009-08-02");
        assertThat(outcome(child, "2025-08-01")).isEqualTo(MIGRANT);
        assertThat(outcome(child, "2025-08-02"))
                .isEqualTo(neither(ScreenedOutReason.TOO_OLD, ScreenedOutReason.LIVES_WITH_PARENTS));
    }

    @Test
    void a_child_is_migrant_before_left_behind() {
        AChild child = inXiaoshan()
                .guardedBy(
                        away(FATHER, "2024-01-01", "441900"), away(MOTHER, "2024-01-01", "441900"), with(GRANDPARENT));
        assertThat(outcome(child, "2025-03-01")).isEqualTo(MIGRANT);
    }

    @Test
    void with_an_entrusted_carer_a_person_decides_even_if_the_child_is_certainly_left_behind() {
        AChild child = inXiaoshan()
                .guardedBy(
                        away(FATHER, "2024-01-01", "441900"),
                        away(MOTHER, "2024-01-01", "441900"),
                        with(ENTRUSTED_CARER));
        assertThat(outcome(child, "2025-03-01")).isEqualTo(review(ReviewReason.CARER_IS_NOT_A_GUARDIAN));
    }

    @Test
    void what_is_unknown_does_not_matter_where_something_else_decides() {
        AChild sixteen = inXiaoshan().born("2009-01-01").guardedBy().of(HouseholdType.UNKNOWN);
        assertThat(outcome(sixteen, "2025-03-01")).isEqualTo(neither(ScreenedOutReason.TOO_OLD));
        AChild atHome = inXiji().guardedBy(with(MOTHER)).of(HouseholdType.UNKNOWN);
        assertThat(outcome(atHome, "2025-03-01"))
                .isEqualTo(neither(
                        ScreenedOutReason.NO_COUNTY_CROSSING,
                        ScreenedOutReason.LIVES_WITH_PARENTS,
                        ScreenedOutReason.NO_TOWNSHIP_CROSSING));
    }

    @Test
    void each_reason_for_a_review_is_given_once() {
        assertThat(outcome(inXiaoshan().guardedBy(), "2025-03-01")).isEqualTo(review(ReviewReason.FACTS_MISSING));
    }

    @Test
    void the_nation_counts_rural_children_as_left_behind_from_the_first_day_and_ningxia_all_after_half_a_year() {
        AChild zhejiang = inXiji().registeredIn("330127100")
                .livingIn("330127100")
                .guardedBy(
                        away(FATHER, "2025-02-20", "441900"), away(MOTHER, "2025-02-20", "441900"), with(GRANDPARENT));
        assertThat(outcome(zhejiang, "2025-03-01")).isEqualTo(BOTH_AWAY);
        assertThat(outcome(zhejiang.of(HouseholdType.URBAN), "2025-03-01"))
                .isEqualTo(neither(ScreenedOutReason.NO_COUNTY_CROSSING, ScreenedOutReason.NOT_RURAL_HOUSEHOLD));

        AChild ningxia =
                zhejiang.registeredIn("640422100").livingIn("640422100").of(HouseholdType.URBAN);
        assertThat(outcome(ningxia, "2025-08-19"))
                .isEqualTo(neither(
                        ScreenedOutReason.NO_COUNTY_CROSSING,
                        ScreenedOutReason.PARENTS_ABSENCE_TOO_SHORT,
                        ScreenedOutReason.NO_TOWNSHIP_CROSSING));
        assertThat(outcome(ningxia, "2025-08-20")).isEqualTo(BOTH_AWAY);
    }

    @Test
    void a_sick_mother_at_home_does_not_keep_a_child_from_being_left_behind() {
        assertThat(outcome(
                        inXiji().guardedBy(
                                        away(FATHER, "2024-01-01", "441900"),
                                        with(MOTHER, GuardianAbility.SERIOUSLY_ILL)),
                        "2025-03-01"))
                .isEqualTo(new Outcome.LeftBehind(LeftBehindReason.ONE_AWAY_OTHER_UNABLE));
    }

    @Test
    void two_mothers_on_an_old_file_are_not_both_parents() {
        AChild child = inXiji().guardedBy(away(MOTHER, "2024-01-01", "441900"), away(MOTHER, "2024-01-01", "441900"));
        assertThat(outcome(child, "2025-03-01")).isEqualTo(review(ReviewReason.FACTS_MISSING));
    }

    @Test
    void ningxia_counts_a_township_crossing_for_statistics_and_the_nation_does_not() {
        AChild ningxia =
                inXiaoshan().registeredIn("640422100").livingIn("640422101").inTownshipSince("2024-05-01");
        assertThat(outcome(ningxia, "2025-03-01")).isEqualTo(COUNTED);
        assertThat(MigrantBand.TOWNSHIP.isMigrantChild()).isFalse();
        AChild zhejiang = inXiaoshan().registeredIn("330109102").livingIn("330109103");
        assertThat(outcome(zhejiang, "2025-03-01"))
                .isEqualTo(neither(ScreenedOutReason.NO_COUNTY_CROSSING, ScreenedOutReason.LIVES_WITH_PARENTS));
    }

    @Test
    void years_in_the_county_do_not_count_a_child_who_came_to_the_township_last_month_or_nobody_knows_when() {
        AChild within = inXiaoshan().registeredIn("640422100").livingIn("640422101");
        assertThat(outcome(within.inTownshipSince("2025-02-01"), "2025-03-01"))
                .isEqualTo(neither(
                        ScreenedOutReason.NO_COUNTY_CROSSING,
                        ScreenedOutReason.LIVES_WITH_PARENTS,
                        ScreenedOutReason.LESS_THAN_HALF_A_YEAR));
        assertThat(outcome(within, "2025-03-01"))
                .isEqualTo(neither(ScreenedOutReason.NO_COUNTY_CROSSING, ScreenedOutReason.LIVES_WITH_PARENTS));
    }

    @Test
    void between_central_districts_of_yinchuan_a_child_is_only_counted() {
        assertThat(outcome(inXiaoshan().registeredIn("640104").livingIn("640106"), "2025-03-01"))
                .isEqualTo(COUNTED);
    }

    @Test
    void a_left_behind_child_who_crossed_a_township_is_left_behind() {
        assertThat(outcome(inXiji().livingIn("640422101"), "2025-03-01")).isEqualTo(BOTH_AWAY);
    }

    @Test
    void the_evaluation_names_its_editions_and_every_finding_its_legal_basis() {
        Evaluation found =
                ScreeningRules.evaluate(inXiaoshan().facts(), LocalDate.parse("2025-03-31"), PolicyBook.published());
        assertThat(found.edition().name()).isEqualTo("NATIONAL-2024");
        assertThat(found.divisionEdition().name()).isEqualTo("2026-06-30");
        assertThat(found.reconfirmBy()).contains(LocalDate.parse("2025-09-30"));
        assertThat(found.findings())
                .extracting(Finding::criterion)
                .containsExactly(
                        "AGE", "COUNTY_CROSSING", "CENTRAL_DISTRICTS", "LIVES_WITH_GUARDIAN", "MONTHS_OF_RESIDENCE");
        assertThat(found.findings())
                .allSatisfy(finding -> assertThat(finding.legalBasis()).contains("民发〔2024〕35号"));
    }

    @Test
    void a_comparison_across_a_change_names_its_document_and_day_and_the_day_of_the_tables() {
        AChild child =
                inXiaoshan().registeredIn("500105001").livingIn("500112018").since("2024-01-10");
        Map<String, String> observed = crossing(child, "2026-06-01").observed();
        assertThat(observed).containsEntry("comparedIn", "2026-06-30");
        assertThat(observed.get("changes")).startsWith("2025-11-06 国务院");
        assertThat(crossing(child, "2025-11-05").observed()).doesNotContainKey("changes");
        assertThat(crossing(inXiaoshan(), "2026-06-01").observed()).doesNotContainKey("changes");
    }

    @Test
    void a_screening_says_the_same_again_by_the_tables_of_the_edition_it_names() {
        AChild child = inXiaoshan().registeredIn("500105").livingIn("500109").since("2024-01-10");
        for (String today : List.of("2025-11-05", "2025-11-06", "2025-12-30", "2025-12-31", "2026-11-30")) {
            PolicyBook then = PolicyBook.published().asOf(LocalDate.parse(today));
            Evaluation found = ScreeningRules.evaluate(child.facts(), LocalDate.parse(today), then);
            PolicyBook again = then.asOf(found.divisionEdition().day());
            assertThat(ScreeningRules.evaluate(child.facts(), LocalDate.parse(today), again))
                    .isEqualTo(found);
        }
    }

    private static Finding crossing(AChild child, String on) {
        return ScreeningRules.evaluate(child.facts(), LocalDate.parse(on), PolicyBook.published()).findings().stream()
                .filter(finding -> finding.criterion().equals("COUNTY_CROSSING"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_evaluation_shows_its_outcome_in_json_and_nobodys_name() {
        JsonNode json = JsonMapper.builder()
                .build()
                .valueToTree(ScreeningRules.evaluate(
                        inXiaoshan().facts(), LocalDate.parse("2025-03-01"), PolicyBook.published()));
        assertThat(json.at("/outcome/status").asString()).isEqualTo("MIGRANT");
        assertThat(json.at("/outcome/band").asString()).isEqualTo("COUNTY");
        assertThat(json.at("/findings/0/observed/age").asString()).isEqualTo("9");
        assertThat(json.at("/reconfirmBy").asString()).isEqualTo("2025-09-01");
        assertThat(json.toString()).doesNotContain("张三");
    }

    private static Outcome outcome(AChild child, String on) {
        return ScreeningRules.evaluate(child.facts(), LocalDate.parse(on), PolicyBook.published())
                .outcome();
    }

    private static Outcome neither(ScreenedOutReason... reasons) {
        return new Outcome.Neither(Stream.of(reasons).toList());
    }

    private static Outcome review(ReviewReason... reasons) {
        return new Outcome.Review(List.of(reasons));
    }
}
