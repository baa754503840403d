package org.huhang.kernel.policy;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.value.PolicyEditionId;

/**
 * Who counts as a migrant (流动) or left-behind (留守) child, as one text defines it. The shipped table
 * {@code policy/screening-editions.tsv} says what each parameter means to an officer.
 *
 * @param area the province or finer division it applies to; empty for the whole country
 * @param until its last day; empty while in force
 * @param ageBelow a child of this age or older is not screened
 * @param absenceMonths complete months a parent must have been away; 0 asks for none
 * @param absenceCountedFrom how {@code Absence.since} is to be read
 */
public record ScreeningEdition(
        PolicyEditionId id,
        Optional<DivisionCode> area,
        LocalDate from,
        Optional<LocalDate> until,
        Provision<Integer> ageBelow,
        Provision<Boolean> countyCrossing,
        Provision<Boolean> centralDistrictsExcluded,
        Provision<Boolean> livesWithGuardian,
        Provision<Integer> residenceMonths,
        Provision<Boolean> parentsAway,
        Provision<Boolean> ruralHousehold,
        Provision<Integer> absenceMonths,
        Provision<AbsenceStart> absenceCountedFrom,
        Provision<Boolean> absenceCrossesCounty,
        Provision<Boolean> townshipBand,
        Provision<Period> reconfirmWithin) {

    /** From which day a parent's absence counts. */
    public enum AbsenceStart {
        /** The day of going away; visits home do not interrupt it. */
        DEPARTURE,
        /** The end of the last visit home. */
        LAST_VISIT_HOME
    }

    static final Set<String> PARAMETERS = Set.of(
            "area",
            "valid-from",
            "valid-until",
            "age-below",
            "county-crossing",
            "central-districts-excluded",
            "lives-with-guardian",
            "residence-months",
            "parents-away",
            "rural-household",
            "absence-months",
            "absence-counted-from",
            "absence-crosses-county",
            "township-band",
            "reconfirm-within");

    static ScreeningEdition of(EditionRows rows) {
        LocalDate from = rows.get("valid-from").day();
        Optional<LocalDate> until = rows.get("valid-until").dayOrOpen();
        if (until.filter(last -> last.isBefore(from)).isPresent()) {
            throw rows.wrong("valid-until", "the edition ends before it begins");
        }
        return new ScreeningEdition(
                rows.id(),
                area(rows.get("area")),
                from,
                until,
                rows.get("age-below").number(),
                rows.get("county-crossing").alwaysAsked(),
                rows.get("central-districts-excluded").asked(),
                rows.get("lives-with-guardian").asked(),
                rows.get("residence-months").number(),
                rows.get("parents-away").alwaysAsked(),
                rows.get("rural-household").asked(),
                rows.get("absence-months").number(),
                rows.get("absence-counted-from").oneOf(AbsenceStart.class),
                rows.get("absence-crosses-county").asked(),
                rows.get("township-band").asked(),
                rows.get("reconfirm-within").period());
    }

    private static Optional<DivisionCode> area(Setting setting) {
        if ("nationwide".equals(setting.value())) {
            return Optional.empty();
        }
        if (!setting.value().matches("[1-8][0-9]{5}")) {
            throw setting.wrong("\"nationwide\" or a division of 6 digits, e.g. 640000");
        }
        return Optional.of(DivisionCode.of(setting.value()));
    }

    boolean appliesIn(DivisionCode place) {
        return area.isEmpty() || area.get().covers(place);
    }

    boolean inForceOn(LocalDate day) {
        return !day.isBefore(from) && until.filter(day::isAfter).isEmpty();
    }

    boolean overlaps(ScreeningEdition other) {
        return area.equals(other.area)
                && until.filter(other.from::isAfter).isEmpty()
                && other.until.filter(from::isAfter).isEmpty();
    }
}
