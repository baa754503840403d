package org.huhang.query.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        List<String> within = named("scope", reach.prefixes(), parameters);
        List<String> except = named("except", reach.except(), parameters);
        List<String> conditions = new ArrayList<>();
        for (String column : columns) {
            String inside = like(column, within);
            conditions.add(except.isEmpty() ? inside : "((%s) AND NOT (%s))".formatted(inside, like(column, except)));
        }
        return new ScopeFilter("(" + String.join(" OR ", conditions) + ")", parameters);
    }

    private static List<String> named(String name, Set<String> prefixes, Map<String, Object> parameters) {
        List<String> names = new ArrayList<>();
        for (String prefix : prefixes) {
            String parameter = name + names.size();
            parameters.put(parameter, prefix + "%");
            names.add(parameter);
        }
        return names;
    }

    private static String like(String column, List<String> parameters) {
        return parameters.stream()
                .map(parameter -> column + " LIKE :" + parameter)
                .collect(Collectors.joining(" OR "));
    }
}
