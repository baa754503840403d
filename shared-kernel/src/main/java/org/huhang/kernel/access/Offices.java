package org.huhang.kernel.access;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huhang.kernel.division.Division;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.division.Standing;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;

/**
 * Who may hold which role for which division today: what a {@link Role} says of its tiers, applied to the table of
 * divisions. Asked of those who come in; what is on record was done by somebody who held an office then.
 */
public final class Offices {

    private final Divisions divisions;

    public Offices(Divisions divisions) {
        this.divisions = divisions;
    }

    /**
     * The part of the country that somebody answers for who was given a role for a division. A division that only has
     * another number now is meant by the old one too. One that was absorbed or divided is not: those who took its place
     * answer for other children as well.
     *
     * @throws Refused {@code ROLE_OUTSIDE_ITS_LEVEL}; {@code YOUR_DIVISION_NOT_IN_FORCE} for a division that no edition
     *     has, or the newest no more
     */
    public Jurisdiction held(Role role, Jurisdiction given) {
        Jurisdiction today = given.equals(Jurisdiction.NATION) ? given : inForce(DivisionCode.of(given.toString()));
        if (Collections.disjoint(role.tiers(), tiers(given)) || Collections.disjoint(role.tiers(), tiers(today))) {
            throw new Refused(Refusal.of(
                    RefusalCode.ROLE_OUTSIDE_ITS_LEVEL, Map.of("role", role.name(), "division", given.toString())));
        }
        return today;
    }

    private Jurisdiction inForce(DivisionCode code) {
        DivisionCode today =
                switch (divisions.standing(code)) {
                    // A township that came to another county is one office there, by its old code and its new one.
                    case Standing.InForce _ -> code;
                    case Standing.Abolished gone ->
                        renumbered(code, gone)
                                .orElseThrow(() -> notInForce(
                                        code,
                                        gone.successors().stream()
                                                .map(successor -> successor.code() + " " + successor.name())
                                                .collect(Collectors.joining(", "))));
                    case Standing.ToCome _, Standing.Unknown _ -> throw notInForce(code, "");
                };
        return Jurisdiction.of(today.digits());
    }

    /** The new number of the same unit: alone after the old one, and nothing else became part of it. */
    private Optional<DivisionCode> renumbered(DivisionCode code, Standing.Abolished gone) {
        LocalDate before = gone.by().earliest().minusDays(1);
        return gone.successors().stream()
                .map(Division::code)
                .filter(_ -> gone.successors().size() == 1)
                .filter(heir -> divisions
                        .locate(new DivisionRef(heir, divisions.latest()), before)
                        .before()
                        .possible()
                        .equals(Set.of(code)))
                .findFirst();
    }

    private static Refused notInForce(DivisionCode code, String successors) {
        return new Refused(Refusal.of(
                RefusalCode.YOUR_DIVISION_NOT_IN_FORCE,
                successors.isEmpty()
                        ? Map.of("division", code.digits())
                        : Map.of("division", code.digits(), "successors", successors)));
    }

    /** A city without counties is a prefecture, and what a county is elsewhere. */
    private Set<Tier> tiers(Jurisdiction held) {
        if (held.equals(Jurisdiction.NATION)) {
            return Set.of(Tier.NATION);
        }
        DivisionCode code = DivisionCode.of(held.toString());
        return switch (code.level()) {
            case PROVINCE -> Set.of(Tier.PROVINCE);
            case PREFECTURE ->
                divisions.hasCounties(code) ? Set.of(Tier.PREFECTURE) : Set.of(Tier.PREFECTURE, Tier.COUNTY);
            case COUNTY -> Set.of(Tier.COUNTY);
            case TOWNSHIP -> Set.of(Tier.TOWNSHIP);
            case VILLAGE -> Set.of(Tier.VILLAGE);
        };
    }
}
