package org.huhang.query.ledger;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.value.KeyCareGround;
import org.huhang.kernel.value.RiskLevel;
import org.huhang.query.api.AgeBand;
import org.huhang.query.api.AskedList;
import org.huhang.query.api.Parameters;
import org.huhang.query.api.Words;
import org.huhang.query.area.guardianship.CareState;

/**
 * What narrows the ledger, beside divisions.
 *
 * @param overdue {@link Parameters#NOT_OVERDUE}, or the least number of days by which a visit is
 * @param minAge in completed years, likewise {@code maxAge}
 */
record LedgerFilters(
        Optional<KeyCareGround> ground,
        Optional<RiskLevel> risk,
        Optional<CareState> carer,
        Optional<Integer> overdue,
        Optional<AgeBand> age,
        Optional<Integer> minAge,
        Optional<Integer> maxAge) {

    /** @throws Refused {@code INVALID_PARAMETER} with what is allowed */
    static LedgerFilters of(
            String ground, String risk, String carer, String overdue, String age, String minAge, String maxAge) {
        return new LedgerFilters(
                Words.one("ground", ground, KeyCareGround.class),
                Words.one("risk", risk, RiskLevel.class),
                Words.one("carer", carer, CareState.class),
                Parameters.overdue("overdue", overdue),
                AgeBand.of("age", age),
                Parameters.age("minAge", minAge),
                Parameters.age("maxAge", maxAge));
    }

    AskedList.Filters in(AskedList.Filters list) {
        return list.with("ground", ground)
                .with("risk", risk)
                .with("carer", carer)
                .with("overdue", overdue)
                .with("age", age)
                .with("minAge", minAge)
                .with("maxAge", maxAge);
    }

    /** @param day on which ages and days overdue are counted, which the query calls {@code :today} */
    void narrow(LedgerQuery query, LocalDate day) {
        ground.ifPresent(one -> query.where(":ground = ANY (grounds)", Map.of("ground", one.name())));
        risk.ifPresent(one -> query.where("risk = :risk", Map.of("risk", one.name())));
        carer.ifPresent(one -> query.where("care = :care", Map.of("care", one.name())));
        overdue.ifPresent(days -> overdue(days, day, query));
        age.ifPresent(years -> atLeast(years.from(), "bandFrom", query));
        age.ifPresent(years -> atMost(years.to(), "bandTo", query));
        minAge.ifPresent(years -> atLeast(years, "minAge", query));
        maxAge.ifPresent(years -> atMost(years, "maxAge", query));
    }

    private static void overdue(int days, LocalDate day, LedgerQuery query) {
        if (days == Parameters.NOT_OVERDUE) {
            query.where("next_visit_due >= :today", Map.of());
        } else {
            query.where("next_visit_due <= :overdueSince", Map.of("overdueSince", day.minusDays(days)));
        }
    }

    private static void atLeast(int years, String name, LedgerQuery query) {
        query.where("birth_date + make_interval(years => :%s) <= :today".formatted(name), Map.of(name, years));
    }

    private static void atMost(int years, String name, LedgerQuery query) {
        query.where("birth_date + make_interval(years => :%s) > :today".formatted(name), Map.of(name, years + 1));
    }
}
