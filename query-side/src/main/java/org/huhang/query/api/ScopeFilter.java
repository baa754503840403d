package org.huhang.query.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Reach;
import org.huhang.kernel.division.Divisions;

/**
 * Keeps a list to the cases its reader may know of: those living in their jurisdiction and those registered there. To be
 * put into the WHERE of every query over rows of cases.
 *
 * @param sql a condition in brackets
 * @param parameters its named parameters
 */
public record ScopeFilter(String sql, Map<String, Object> parameters) {

    /** Whether it keeps nothing out. */
    public boolean isEverything() {
        return parameters.isEmpty();
    }

    /** For tables that name the columns as read models do. */
    public static ScopeFilter of(Actor actor, Divisions divisions) {
        return of(actor, divisions, "residence_scope", "hukou_scope");
    }

    /** @param columns column names, with an alias where needed, that hold scopes of places */
    public static ScopeFilter of(Actor actor, Divisions divisions, String... columns) {
        Reach.Scopes reach = Reach.of(actor.jurisdiction(), divisions).scopes();
        if (reach.prefixes().contains("")) {
            return new ScopeFilter("(TRUE)", Map.of());
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        Map<String, List<String>> exceptByPrefix = new LinkedHashMap<>();
        for (String prefix : reach.prefixes()) {
            String within = named("scope", prefix, parameters);
            exceptByPrefix.put(
                    within,
                    reach.exceptIn(prefix).stream()
                            .map(except -> named("except", except, parameters))
                            .toList());
        }
        List<String> conditions = new ArrayList<>();
        for (String column : columns) {
            exceptByPrefix.forEach((within, except) -> conditions.add(
                    except.isEmpty()
                            ? like(column, within)
                            : "(%s AND NOT (%s))"
                                    .formatted(
                                            like(column, within),
                                            except.stream()
                                                    .map(name -> like(column, name))
                                                    .collect(Collectors.joining(" OR ")))));
        }
        return new ScopeFilter("(" + String.join(" OR ", conditions) + ")", parameters);
    }

    private static String named(String name, String prefix, Map<String, Object> parameters) {
        String parameter = name + parameters.size();
        parameters.put(parameter, prefix + "%");
        return parameter;
    }

    private static String like(String column, String parameter) {
        return column + " LIKE :" + parameter;
    }
}
