package org.huhang.query.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huhang.kernel.access.Reach;
import org.huhang.kernel.division.Division;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.division.Standing;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;

/**
 * Keeps a list to what lies in one division. An abolished code stands for its successors too. It only narrows what
 * {@link ScopeFilter} leaves: a division elsewhere shows those of the reader's own cases that have to do with it, often
 * none, and is no reason to refuse.
 *
 * @param sql a condition in brackets, made of ranges so that an index on a column with collation "C" serves it
 * @param parameters its named parameters
 */
public record DivisionFilter(String sql, Map<String, Object> parameters) {

    /** Digits end where ':' begins, in the order of the bytes. */
    private static final String AFTER_DIGITS = ":";

    /**
     * @param name of the request's parameter; also the start of the names of the SQL parameters
     * @param text a division code of any level; null for no narrowing
     * @param columns any of which may lie in the division, holding today's codes
     * @throws Refused {@code DIVISION_MALFORMED}, {@code DIVISION_UNKNOWN}
     */
    public static DivisionFilter of(String name, String text, Divisions divisions, String... columns) {
        return Parameters.division(name, text)
                .map(code -> inside(name, prefixes(name, code, divisions), columns))
                .orElseGet(() -> new DivisionFilter("(TRUE)", Map.of()));
    }

    /** Likewise where the columns hold the codes of another day: then a code is meant as it was on that day, alone. */
    public static DivisionFilter asItWas(String name, String text, Divisions divisions, String... columns) {
        return Parameters.division(name, text)
                .map(code -> {
                    requireKnown(name, code, divisions);
                    return inside(name, Set.of(code.prefix()), columns);
                })
                .orElseGet(() -> new DivisionFilter("(TRUE)", Map.of()));
    }

    private static void requireKnown(String name, DivisionCode code, Divisions divisions) {
        if (divisions.standing(code) instanceof Standing.Unknown) {
            throw new Refused(Refusal.at(name, RefusalCode.DIVISION_UNKNOWN, Map.of("division", code.digits())));
        }
    }

    private static Set<String> prefixes(String name, DivisionCode code, Divisions divisions) {
        Set<String> prefixes = new LinkedHashSet<>();
        prefixes.addAll(Reach.of(code, divisions).prefixes());
        switch (divisions.standing(code)) {
            case Standing.InForce _, Standing.ToCome _ ->
                prefixes.add(divisions.current(code).prefix());
            case Standing.Abolished gone -> {
                prefixes.add(divisions.current(code).prefix());
                gone.successors().stream()
                        .map(Division::code)
                        .map(DivisionCode::prefix)
                        .forEach(prefixes::add);
            }
            case Standing.Unknown _ -> requireKnown(name, code, divisions);
        }
        return prefixes;
    }

    private static DivisionFilter inside(String name, Set<String> prefixes, String... columns) {
        List<String> ranges = new ArrayList<>();
        Map<String, Object> parameters = new LinkedHashMap<>();
        int next = 0;
        for (String prefix : prefixes) {
            String from = name + next;
            String to = name + "End" + next++;
            parameters.put(from, prefix);
            parameters.put(to, prefix + AFTER_DIGITS);
            for (String column : columns) {
                ranges.add("(%s >= :%s AND %s < :%s)".formatted(column, from, column, to));
            }
        }
        return new DivisionFilter("(" + String.join(" OR ", ranges) + ")", parameters);
    }
}
