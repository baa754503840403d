package org.huhang.command.area.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.command.area.screening.AChild.inXiaoshan;
import static org.huhang.command.area.screening.AChild.inXiji;
import static org.huhang.command.area.screening.AChild.ref;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huhang.kernel.area.screening.ScreeningEvent;
import org.huhang.kernel.area.screening.ScreeningEvent.LeftBehindStatusEnded;
import org.huhang.kernel.area.screening.ScreeningEvent.MigrantStatusEnded;
import org.huhang.kernel.area.screening.ScreeningState;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.value.LeftBehindReason;
import org.huhang.kernel.value.MigrantBand;
import org.huhang.kernel.value.StatusEndReason;
import org.junit.jupiter.api.Test;

class StatusAfterMoveTest {

    private static final LocalDate MARCH = LocalDate.parse("2025-03-01");
    private static final LocalDate JUNE = LocalDate.parse("2025-06-01");
    private static final ScreeningState MIGRANT = migrant(MigrantBand.COUNTY, MARCH);
    private static final ScreeningState COUNTED = migrant(MigrantBand.TOWNSHIP, MARCH);
    private static final ScreeningState LEFT_BEHIND =
            new ScreeningState.LeftBehind(LeftBehindReason.BOTH_PARENTS_AWAY, MARCH, MARCH, Optional.empty(), 1, 1);

    @Test
    void a_migrant_who_goes_home_has_returned() {
        assertThat(moved(MIGRANT, inXiaoshan(), inXiaoshan().livingIn("330127101")))
                .containsExactly(new MigrantStatusEnded(StatusEndReason.RETURNED, JUNE));
    }

    @Test
    void a_migrant_who_goes_on_to_a_third_county_has_moved() {
        assertThat(moved(MIGRANT, inXiaoshan(), inXiaoshan().livingIn("330110")))
                .containsExactly(new MigrantStatusEnded(StatusEndReason.MOVED, JUNE));
    }

    @Test
    void a_migrant_whose_registration_follows_has_moved() {
        assertThat(moved(MIGRANT, inXiaoshan(), inXiaoshan().registeredIn("330109")))
                .containsExactly(new MigrantStatusEnded(StatusEndReason.MOVED, JUNE));
    }

    @Test
    void a_move_within_the_county_keeps_the_status() {
        assertThat(moved(MIGRANT, inXiaoshan(), inXiaoshan().livingIn("330109103")))
                .isEmpty();
        assertThat(moved(LEFT_BEHIND, inXiji(), inXiji().livingIn("640422101"))).isEmpty();
    }

    @Test
    void a_registration_that_goes_to_a_third_county_keeps_the_status() {
        assertThat(moved(MIGRANT, inXiaoshan(), inXiaoshan().registeredIn("330182")))
                .isEmpty();
    }

    @Test
    void a_district_absorbed_since_is_no_move() {
        AChild before = inXiaoshan().livingIn("330105");
        AChild after = new AChild(
                before.birth(),
                before.hukou(),
                before.household(),
                ref("330103", "201904"),
                before.since(),
                before.inTownshipSince(),
                List.of());
        assertThat(moved(MIGRANT, after, before)).isEmpty();
    }

    @Test
    void a_left_behind_child_who_leaves_the_county_has_moved() {
        assertThat(moved(LEFT_BEHIND, inXiji(), inXiji().livingIn("441900003")))
                .containsExactly(new LeftBehindStatusEnded(StatusEndReason.MOVED, JUNE));
    }

    @Test
    void a_left_behind_child_who_comes_to_the_place_of_registration_has_returned() {
        assertThat(moved(LEFT_BEHIND, inXiji().livingIn("640104"), inXiji()))
                .containsExactly(new LeftBehindStatusEnded(StatusEndReason.RETURNED, JUNE));
    }

    @Test
    void a_left_behind_childs_registration_may_move() {
        assertThat(moved(LEFT_BEHIND, inXiji(), inXiji().registeredIn("640104")))
                .isEmpty();
    }

    @Test
    void a_child_only_counted_leaves_the_count_on_return_to_the_township_and_on_leaving_the_county() {
        AChild counted = inXiji().livingIn("640422101");
        assertThat(moved(COUNTED, counted, inXiji()))
                .containsExactly(new MigrantStatusEnded(StatusEndReason.RETURNED, JUNE));
        assertThat(moved(COUNTED, counted, inXiji().livingIn("640422102"))).isEmpty();
        assertThat(moved(COUNTED, counted, inXiji().livingIn("640104")))
                .containsExactly(new MigrantStatusEnded(StatusEndReason.MOVED, JUNE));
    }

    @Test
    void an_end_is_never_dated_before_the_last_screening() {
        ScreeningState later = migrant(MigrantBand.COUNTY, LocalDate.parse("2025-09-01"));
        assertThat(moved(later, inXiaoshan(), inXiaoshan().livingIn("330127")))
                .containsExactly(new MigrantStatusEnded(StatusEndReason.RETURNED, LocalDate.parse("2025-09-01")));
    }

    @Test
    void without_a_status_a_move_ends_nothing() {
        assertThat(moved(ScreeningState.initial(), inXiaoshan(), inXiaoshan().livingIn("330127")))
                .isEmpty();
    }

    private static List<ScreeningEvent> moved(ScreeningState state, AChild before, AChild after) {
        return StatusAfterMove.onMove(
                state,
                before.facts(),
                after.facts(),
                JUNE,
                PolicyBook.published().divisions());
    }

    private static ScreeningState migrant(MigrantBand band, LocalDate asOf) {
        return new ScreeningState.Migrant(band, MARCH, asOf, Optional.empty(), 1, 1);
    }
}
