package org.huhang.query.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** @param columns column names, with an alias where needed, that hold today's division codes */
    public static ScopeFilter of(Actor actor, Divisions divisions, String... columns) {
        List<String> ranges = new ArrayList<>();
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (String prefix : Reach.of(actor.jurisdiction(), divisions).prefixes()) {
            if (prefix.isEmpty()) {
                return new ScopeFilter("(TRUE)", Map.of());
            }
            String scope = "scope" + parameters.size();
            parameters.put(scope, prefix + "%");
            for (String column : columns) {
                ranges.add(column + " LIKE :" + scope);
            }
        }
        return new ScopeFilter("(" + String.join(" OR ", ranges) + ")", parameters);
    }
}
