package org.huhang.command.area.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.huhang.command.decide.Facts.*;
import static org.huhang.command.decide.Scenario.given;
import static org.huhang.kernel.refusal.RefusalCode.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huhang.command.area.file.FileCommand.MoveHukou;
import org.huhang.command.area.file.FileCommand.MoveResidence;
import org.huhang.command.area.screening.Evaluation;
import org.huhang.command.area.screening.ScreeningFacts;
import org.huhang.command.area.screening.ScreeningRules;
import org.huhang.command.decide.Scenario;
import org.huhang.kernel.area.file.ChildFile;
import org.huhang.kernel.area.file.FileEvent.ChildRegistered;
import org.huhang.kernel.area.file.FileEvent.HukouMoved;
import org.huhang.kernel.area.file.FileEvent.ResidenceMoved;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.DivisionEdition;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.value.Address;
import org.huhang.kernel.value.Finding;
import org.huhang.kernel.value.HouseholdType;
import org.huhang.kernel.value.Hukou;
import org.huhang.kernel.value.Residence;
import org.huhang.kernel.value.SourceAgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Moves of residence and of household registration. */
class MoveDecisionTest {

    private static final DivisionCode OTHER_TOWNSHIP = DivisionCode.of("330109002");
    private static final DivisionCode OTHER_COUNTY = DivisionCode.of("330106002");

    @Test
    void moving_to_another_county_counts_residence_from_the_day_of_arrival() {
        given(registered())
                .when(move(OTHER_COUNTY, "2026-02-01"))
                .thenAccepted(new ResidenceMoved(livingIn(OTHER_COUNTY, on("2026-02-01")), on("2026-02-01")));
    }

    @Test
    void moving_within_the_county_leaves_the_months_of_residence_running() {
        given(registered())
                .when(move(OTHER_TOWNSHIP, "2026-02-01"))
                .thenAccepted(new ResidenceMoved(livingIn(OTHER_TOWNSHIP, ARRIVAL), on("2026-02-01")));
    }

    @Test
    void a_reform_of_the_county_moves_no_child() {
        DivisionCode old = DivisionCode.of("330103");
        DivisionCode successor = DivisionCode.of("330105");
        given(registered(child(), HUKOU, old))
                .when(move(successor, "2026-02-01"))
                .thenAccepted(new ResidenceMoved(livingIn(successor, ARRIVAL), on("2026-02-01")));
    }

    /** 阿图什市 gave an area to 图木舒克市 in 2024, of which 草湖市 was made in 2026. */
    @Test
    void a_place_recorded_anew_after_its_area_went_on_twice_is_no_arrival() {
        DivisionCode caohu = DivisionCode.of("659013");
        DivisionRef atushi = new DivisionRef(DivisionCode.of("653001"), DivisionEdition.of("202306"));
        given(new ChildRegistered(
                        child(),
                        new Hukou(ref(HUKOU), HouseholdType.RURAL),
                        new Residence(atushi, Optional.empty(), ARRIVAL),
                        List.of(),
                        SourceAgency.EDUCATION,
                        on("2025-01-15")))
                .when(move(caohu, "2026-06-30"))
                .thenAccepted(new ResidenceMoved(livingIn(caohu, ARRIVAL), on("2026-06-30")));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-01, 2025-06-01", // of two counties then, which have become one since
        "2025-11-05, 2025-11-05",
        "2026-02-01, 2025-01-10", // of one county
        "2025-11-20, 2025-01-10" // not known: the change was under way, and screening asks a person
    })
    void whether_a_move_left_the_county_is_told_by_the_map_of_its_day(String day, LocalDate since) {
        DivisionCode jiangbei = DivisionCode.of("500105001");
        DivisionCode yubei = DivisionCode.of("500112018");
        given(new ChildRegistered(
                        child(),
                        new Hukou(ref(HUKOU), HouseholdType.RURAL),
                        livingIn(jiangbei, ARRIVAL),
                        List.of(),
                        SourceAgency.EDUCATION,
                        on("2025-01-15")))
                .when(move(yubei, day))
                .thenAccepted(new ResidenceMoved(livingIn(yubei, since), on(day)));
    }

    @ParameterizedTest
    @CsvSource({
        "130171100, 130171101, 2025-01-10", // two townships of a zone whose county is not known
        "130171100, 130102001, 2025-01-10", // to a district of its city
        "130171100, 130271100, 2026-02-01", // to a zone of another city
        "130171100, 330109001, 2026-02-01",
        "460321, 460302, 2025-01-10" // islands of which the tables name the county
    })
    void a_zone_of_the_statistical_list_is_no_county_of_its_own_and_not_every_county_of_its_city(
            String from, String to, LocalDate since) {
        given(registered(child(), HUKOU, DivisionCode.of(from)))
                .when(move(DivisionCode.of(to), "2026-02-01"))
                .thenAccepted(new ResidenceMoved(livingIn(DivisionCode.of(to), since), on("2026-02-01")));
    }

    @Test
    void a_move_that_may_have_left_the_county_is_asked_about_at_the_next_screening() {
        DivisionCode zone = DivisionCode.of("130171100");
        DivisionCode next = DivisionCode.of("130171101");
        ChildFile child = Scenario.fold(
                        Scenario.CASE,
                        List.of(
                                registered(child(), HUKOU, zone),
                                new ResidenceMoved(livingIn(next, ARRIVAL), on("2026-05-01"))))
                .known()
                .orElseThrow();
        Evaluation found = ScreeningRules.evaluate(ScreeningFacts.of(child), on("2026-06-30"), POLICIES);
        assertThat(found.findings())
                .filteredOn(finding -> finding.criterion().equals("MONTHS_OF_RESIDENCE"))
                .extracting(Finding::outcome, Finding::observed)
                .containsExactly(tuple(
                        Finding.Outcome.UNKNOWN, Map.of("months", "17", "monthsSinceMove", "1", "required", "6")));
    }

    @Test
    void a_new_address_in_the_same_township_is_a_move() {
        Optional<Address> address = Optional.of(Address.of("人民路 8 号"));
        given(registered())
                .when(new MoveResidence(RESIDENCE, address, on("2026-02-01")))
                .thenAccepted(new ResidenceMoved(new Residence(ref(RESIDENCE), address, ARRIVAL), on("2026-02-01")));
    }

    @Test
    void a_move_to_where_the_child_lives_changes_nothing() {
        given(registered()).when(move(RESIDENCE, "2026-02-01")).thenRefused(NOTHING_CHANGES);
    }

    @Test
    void a_move_to_an_abolished_county_is_refused() {
        given(registered()).when(move(DivisionCode.of("330103"), "2026-02-01")).thenRefusedAt("to", DIVISION_ABOLISHED);
    }

    @Test
    void a_move_may_be_told_after_the_one_that_followed_it() {
        given(registered(), new ResidenceMoved(livingIn(OTHER_COUNTY, on("2026-03-01")), on("2026-03-01")))
                .when(move(OTHER_TOWNSHIP, "2026-02-28"))
                .thenRecorded(ResidenceMoved.class);
    }

    @Test
    void the_household_registration_follows_the_child() {
        given(registered())
                .when(new MoveHukou(RESIDENCE, HouseholdType.URBAN, on("2026-02-01")))
                .thenAccepted(new HukouMoved(new Hukou(ref(RESIDENCE), HouseholdType.URBAN), on("2026-02-01")));
    }

    @Test
    void a_household_registration_may_change_its_nature_only() {
        given(registered())
                .when(new MoveHukou(HUKOU, HouseholdType.URBAN, on("2026-02-01")))
                .thenAccepted(new HukouMoved(new Hukou(ref(HUKOU), HouseholdType.URBAN), on("2026-02-01")));
    }

    @Test
    void a_household_registration_that_stays_where_it_is_has_not_moved() {
        given(registered())
                .when(new MoveHukou(HUKOU, HouseholdType.UNKNOWN, on("2026-02-01")))
                .thenRefused(NOTHING_CHANGES);
    }

    private static MoveResidence move(DivisionCode to, String day) {
        return new MoveResidence(to, Optional.empty(), on(day));
    }
}
