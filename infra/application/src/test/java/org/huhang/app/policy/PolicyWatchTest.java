package org.huhang.app.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.huhang.app.testing.Said;
import org.huhang.kernel.calendar.LastWorkingDay;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.division.Standing;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.table.UnreadableTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On 2026-11-29 in Shanghai, unless it says otherwise. Each look is asked for, none comes by itself. */
class PolicyWatchTest {

    private static final String RENUMBERED = "2026-11-20,2026-12-01,,created,330119,新萧山区,330109,";
    private static final String GONE = "2026-11-20,2026-12-01,,abolished,330109,萧山区,330119,";

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-29T04:00:00Z");
    private OwnTables tables;
    private PolicyWatch watch;

    @BeforeEach
    void begin() {
        tables = new OwnTables(folder);
        watch = new PolicyWatch(Optional.of(folder), () -> now);
    }

    @Test
    void without_a_folder_the_shipped_tables_stand_on_the_day() {
        now = Instant.parse("2025-11-05T15:59:00Z");
        PolicyWatch shipped = new PolicyWatch(Optional.empty(), () -> now);
        assertThat(standing(shipped, "500157")).isInstanceOf(Standing.ToCome.class);

        now = Instant.parse("2025-11-05T16:00:00Z");
        shipped.look();

        assertThat(standing(shipped, "500157")).isInstanceOf(Standing.InForce.class);
    }

    @Test
    void other_tables_take_effect_as_soon_as_they_have_stood_still_for_a_look() {
        tables.withChanges(
                "2026-11-20,2026-11-20,,created,330119,新萧山区,330109,",
                "2026-11-20,2026-11-20,,abolished,330109,萧山区,330119,");
        watch.look();
        assertThat(current("330109")).isEqualTo("330109");

        watch.look();

        assertThat(current("330109")).isEqualTo("330119");
    }

    @Test
    void the_calendar_of_a_new_year_is_taken_up_as_the_other_tables_are() throws IOException {
        LocalDate due = LocalDate.parse("2027-02-07");
        assertThat(watch.now().workingDays().lastBy(due))
                .isEqualTo(new LastWorkingDay(LocalDate.parse("2027-02-05"), true));

        tables.withWorkingDays("2027-02-07,workday,春节", "2027-10-01,holiday,国庆节");
        watch.look();
        watch.look();

        assertThat(watch.now().workingDays().lastBy(due)).isEqualTo(new LastWorkingDay(due, false));
        try (Said said = Said.by(PolicyWatch.class)) {
            tables.withWorkingDays("2027-02-07,half,春节");
            watch.look();
            watch.look();
            assertThat(said.lines())
                    .singleElement()
                    .asString()
                    .contains("state-council-days.tsv, line ")
                    .contains("kind must be holiday or workday");
        }
        assertThat(watch.now().workingDays().lastBy(due).provisional()).isFalse();
    }

    @Test
    void whoever_holds_a_book_keeps_it_as_it_was() {
        PolicyBook held = watch.now();
        tables.beforeLiangjiang();
        watch.look();
        watch.look();

        assertThat(watch.now()).isNotSameAs(held);
        assertThat(held.divisions().current(DivisionCode.of("500105"))).isEqualTo(DivisionCode.of("500157"));
        assertThat(current("500105")).isEqualTo("500105");
    }

    @Test
    void a_change_announced_for_a_later_day_comes_into_force_when_the_day_turns_in_shanghai() {
        tables.withChanges(RENUMBERED, GONE);
        watch.look();
        watch.look();
        assertThat(standing(watch, "330119")).isInstanceOfSatisfying(Standing.ToCome.class, it -> assertThat(it.from())
                .isEqualTo(LocalDate.parse("2026-12-01")));

        now = Instant.parse("2026-11-30T15:59:59Z");
        watch.look();
        assertThat(current("330109")).isEqualTo("330109");

        now = Instant.parse("2026-11-30T16:00:00Z");
        watch.look();
        assertThat(current("330109")).isEqualTo("330119");
    }

    @Test
    void tables_that_cannot_be_used_are_said_once_with_file_and_line_and_the_old_ones_stay() throws IOException {
        tables.withChanges(RENUMBERED, GONE);
        watch.look();
        watch.look();
        try (Said said = Said.by(PolicyWatch.class)) {
            tables.withChanges(RENUMBERED, GONE, GONE.replace("330109", "330199"));
            for (int looks = 0; looks < 5; looks++) {
                watch.look();
            }
            assertThat(said.lines())
                    .singleElement()
                    .asString()
                    .contains("division-changes.tsv, line " + (tables.shippedLines() + 3) + ": ")
                    .contains("330199");
        }
        // They go on living: the day turns for them.
        now = Instant.parse("2026-11-30T16:00:00Z");
        watch.look();
        assertThat(current("330109")).isEqualTo("330119");

        Files.delete(folder.resolve(OwnTables.CHANGES));
        watch.look();
        watch.look();
        assertThat(current("330109")).isEqualTo("330109");
    }

    @Test
    void any_policy_table_follows_and_a_stranger_does_not_pass() throws IOException {
        Files.writeString(folder.resolve("division-change.tsv"), "");
        try (Said said = Said.by(PolicyWatch.class)) {
            watch.look();
            watch.look();
            assertThat(said.lines()).singleElement().asString().contains("no policy table has this name");
        }
        assertThatThrownBy(() -> new PolicyWatch(Optional.of(folder), () -> now))
                .isInstanceOf(UnreadableTable.class);
    }

    private String current(String code) {
        return watch.now().divisions().current(DivisionCode.of(code)).digits();
    }

    private static Standing standing(PolicyWatch watch, String code) {
        Divisions divisions = watch.now().divisions();
        return divisions.standing(DivisionCode.of(code));
    }
}
