package org.huhang.query.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huhang.kernel.access.Reach;
import org.huhang.kernel.division.Affiliation;
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
     * @param columns any of which may lie in the division, holding scopes of places today
     * @throws Refused {@code DIVISION_MALFORMED}, {@code DIVISION_UNKNOWN}
     */
    public static DivisionFilter of(String name, String text, Divisions divisions, String... columns) {
        return Parameters.division(name, text)
                .map(code -> {
                    requireKnown(name, code, divisions);
                    Reach.Scopes scopes = scopes(code, divisions);
                    return inside(name, scopes, columns);
                })
                .orElseGet(() -> new DivisionFilter("(TRUE)", Map.of()));
    }

    /**
     * Keeps to what one cell of a table counts: what is listed under the division, not all that may belong to it as far as
     * anybody knows, for that is counted under the division it was recorded in.
     */
    public static DivisionFilter ofCell(String name, String text, Divisions divisions, String... columns) {
        return Parameters.division(name, text)
                .map(code -> {
                    requireKnown(name, code, divisions);
                    Set<String> prefixes = new LinkedHashSet<>(List.of(code.prefix()));
                    prefixes.add(
                            divisions.isCountyOrFiner(code)
                                    ? divisions.affiliation(code).scope()
                                    : divisions.current(code).prefix());
                    return inside(name, new Reach.Scopes(prefixes, Set.of()), columns);
                })
                .orElseGet(() -> new DivisionFilter("(TRUE)", Map.of()));
    }

    /**
     * Likewise where the columns hold the scopes of another day: then a code is meant as it was on that day, alone. A township
     * may have kept its code under another county.
     */
    public static DivisionFilter asItWas(String name, String text, Divisions divisions, String... columns) {
        return Parameters.division(name, text)
                .map(code -> {
                    requireKnown(name, code, divisions);
                    Set<String> prefixes = new LinkedHashSet<>(List.of(code.prefix()));
                    Affiliation today = divisions.affiliation(code);
                    if (today.code().equals(code)
                            && code.digits().length() > DivisionCode.Level.COUNTY.prefixLength()) {
                        prefixes.add(today.scope());
                    }
                    return inside(name, new Reach.Scopes(prefixes, Set.of()), columns);
                })
                .orElseGet(() -> new DivisionFilter("(TRUE)", Map.of()));
    }

    private static void requireKnown(String name, DivisionCode code, Divisions divisions) {
        if (divisions.standing(code) instanceof Standing.Unknown) {
            throw new Refused(Refusal.at(name, RefusalCode.DIVISION_UNKNOWN, Map.of("division", code.digits())));
        }
    }

    private static Reach.Scopes scopes(DivisionCode code, Divisions divisions) {
        return switch (divisions.standing(code)) {
            case Standing.InForce _ -> Reach.of(code, divisions).scopes();
            case Standing.ToCome _, Standing.Unknown _ -> besides(code, List.of(divisions.current(code)));
            case Standing.Abolished gone ->
                besides(
                        code,
                        Stream.concat(
                                        Stream.of(divisions.current(code)),
                                        gone.successors().stream().map(Division::code))
                                .toList());
        };
    }

    private static Reach.Scopes besides(DivisionCode code, List<DivisionCode> others) {
        Set<String> prefixes = new LinkedHashSet<>(List.of(code.prefix()));
        others.forEach(other -> prefixes.add(other.prefix()));
        return new Reach.Scopes(prefixes, Set.of());
    }

    private static DivisionFilter inside(String name, Reach.Scopes scopes, String... columns) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        Map<Range, List<Range>> exceptByPrefix = new LinkedHashMap<>();
        for (String prefix : scopes.prefixes()) {
            Range within = range(name, prefix, parameters);
            exceptByPrefix.put(
                    within,
                    scopes.exceptIn(prefix).stream()
                            .map(except -> range(name, except, parameters))
                            .toList());
        }
        List<String> conditions = new ArrayList<>();
        for (String column : columns) {
            exceptByPrefix.forEach((within, except) -> conditions.add(
                    except.isEmpty()
                            ? within.holds(column)
                            : "(%s AND NOT (%s))"
                                    .formatted(
                                            within.holds(column),
                                            except.stream()
                                                    .map(range -> range.holds(column))
                                                    .collect(Collectors.joining(" OR ")))));
        }
        return new DivisionFilter("(" + String.join(" OR ", conditions) + ")", parameters);
    }

    /** Names of two parameters. */
    private record Range(String from, String to) {

        String holds(String column) {
            return "(%1$s >= :%2$s AND %1$s < :%3$s)".formatted(column, from, to);
        }
    }

    private static Range range(String name, String prefix, Map<String, Object> parameters) {
        int number = parameters.size() / 2;
        Range range = new Range(name + number, name + "End" + number);
        parameters.put(range.from(), prefix);
        parameters.put(range.to(), prefix + AFTER_DIGITS);
        return range;
    }
}
