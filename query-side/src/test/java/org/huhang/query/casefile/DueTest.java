package org.huhang.query.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.query.kit.Happenings.closed;
import static org.huhang.query.kit.Happenings.listed;
import static org.huhang.query.kit.Happenings.migrant;
import static org.huhang.query.kit.Happenings.registered;

import java.io.StringReader;
import java.time.LocalDate;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.calendar.LastWorkingDay;
import org.huhang.kernel.calendar.WorkingDays;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.query.kit.Story;
import org.junit.jupiter.api.Test;

class DueTest {

    private static final LocalDate SUNDAY = LocalDate.parse("2027-02-07");
    private static final LocalDate FRIDAY = LocalDate.parse("2027-02-05");

    @Test
    void a_day_past_the_last_published_year_is_provisional_until_the_notice_is_out() {
        Registered view = after(registered("2026-11-01"), listed("2026-11-01", "2027-02-07"));

        assertThat(Due.in(view, WorkingDays.published()))
                .containsExactly(new Due(Due.Kind.HOME_VISIT, SUNDAY, new LastWorkingDay(FRIDAY, true)));
        assertThat(Due.in(view, noticeOf2027()))
                .containsExactly(new Due(Due.Kind.HOME_VISIT, SUNDAY, new LastWorkingDay(SUNDAY, false)));
    }

    @Test
    void a_closed_case_has_nothing_due() {
        assertThat(Due.in(
                        after(registered("2024-03-01"), migrant("2024-03-02", "2024-09-02")), WorkingDays.published()))
                .extracting(Due::kind)
                .containsExactly(Due.Kind.RECONFIRMATION);
        assertThat(Due.in(
                        after(registered("2024-03-01"), migrant("2024-03-02", "2024-09-02"), closed("2024-04-01")),
                        WorkingDays.published()))
                .isEmpty();
    }

    /** Invented: that Sunday is worked. */
    private static WorkingDays noticeOf2027() {
        return WorkingDays.read(
                "days.tsv",
                new StringReader("date\tkind\toccasion\n2027-02-07\tworkday\t春节\n2027-10-01\tholiday\t国庆节\n"));
    }

    private static Registered after(CaseEvent... events) {
        return Pictures.now(new Story().recorded(events).history(Story.CHILD)).orElseThrow();
    }
}
