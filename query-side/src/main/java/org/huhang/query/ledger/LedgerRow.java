package org.huhang.query.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.huhang.kernel.calendar.LastWorkingDay;
import org.huhang.kernel.calendar.WorkingDays;
import org.huhang.kernel.value.CareMode;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.KeyCareGround;
import org.huhang.kernel.value.RiskLevel;
import org.huhang.kernel.value.ScreenedStatus;
import org.huhang.kernel.value.Sex;
import org.huhang.query.api.Place;
import org.huhang.query.area.guardianship.CareState;
import org.jspecify.annotations.Nullable;

/**
 * A child on the key-care ledger (重点关爱服务对象信息台账).
 *
 * @param name the child's: personal, shown to those who may read the ledger
 * @param screening what screening last found; null for a child never screened, or whose status ended since
 * @param lastVisit null before the first
 * @param nextVisitDue last day for it
 * @param lastWorkingDay by which it can be made in working days
 * @param overdueDays days since that day, 0 until it has passed
 */
public record LedgerRow(
        CaseId caseId,
        String name,
        Sex sex,
        LocalDate birthDate,
        Place residence,
        Place hukou,
        List<KeyCareGround> grounds,
        RiskLevel risk,
        LocalDate listedOn,
        @Nullable LocalDate lastVisit,
        LocalDate nextVisitDue,
        LastWorkingDay lastWorkingDay,
        long overdueDays,
        Care care,
        @Nullable ScreenedStatus screening) {

    /**
     * @param since null for a child whose guardianship never lapsed
     * @param mode of temporary care; null otherwise, likewise the rest
     * @param reviewBy last day for its review
     * @param reviewLastWorkingDay by which that can be done in working days
     * @param oneYearMark after which it has lasted over a year
     * @param overOneYear an alert: care does not end by it
     */
    public record Care(
            CareState state,
            @Nullable LocalDate since,
            @Nullable CareMode mode,
            @Nullable LocalDate reviewBy,
            @Nullable LastWorkingDay reviewLastWorkingDay,
            boolean reviewOverdue,
            @Nullable LocalDate oneYearMark,
            boolean overOneYear) {

        static Care on(
                LocalDate today,
                CareState state,
                LocalDate since,
                CareMode mode,
                LocalDate reviewBy,
                LocalDate oneYearMark,
                WorkingDays workingDays) {
            return new Care(
                    state,
                    since,
                    mode,
                    reviewBy,
                    reviewBy == null ? null : workingDays.lastBy(reviewBy),
                    passed(reviewBy, today),
                    oneYearMark,
                    passed(oneYearMark, today));
        }

        private static boolean passed(LocalDate lastDay, LocalDate today) {
            return lastDay != null && today.isAfter(lastDay);
        }
    }

    static long overdueDays(LocalDate due, LocalDate today) {
        return Math.max(0, ChronoUnit.DAYS.between(due, today));
    }
}
