package org.huhang.query.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.time.Counting;

/** The bands figures are given in (年龄段), in completed years. A person of eighteen is no child and in none. */
public enum AgeBand {
    AGE_0_5(0, 6),
    AGE_6_13(6, 14),
    AGE_14_15(14, 16),
    AGE_16_17(16, 18);

    private final int from;
    private final int below;

    AgeBand(int from, int below) {
        this.from = from;
        this.below = below;
    }

    public int from() {
        return from;
    }

    /** The age at which one is too old for it. */
    public int below() {
        return below;
    }

    public int to() {
        return below - 1;
    }

    @JsonValue
    public String years() {
        return from() + "-" + to();
    }

    /** @throws Refused {@code INVALID_PARAMETER} with the allowed bands */
    public static Optional<AgeBand> of(String name, String text) {
        return Optional.ofNullable(text).map(years -> Arrays.stream(values())
                .filter(band -> band.years().equals(years))
                .findFirst()
                .orElseThrow(() -> new Refused(Refusal.at(
                        name,
                        RefusalCode.INVALID_PARAMETER,
                        Map.of(
                                "allowed",
                                Arrays.stream(values()).map(AgeBand::years).collect(Collectors.joining(", ")))))));
    }

    /** The first birth date of those who are not yet {@code age} on a day. */
    public static LocalDate firstBelow(int age, LocalDate day) {
        LocalDate last = day.minusYears(age);
        // A child of 29 February has its birthday on the 28th in a common year.
        LocalDate leap = last.plusDays(1);
        return Counting.turns(leap, age).isAfter(day) ? leap : leap.plusDays(1);
    }
}
