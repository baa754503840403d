package org.huhang.query.api;

import java.util.Map;
import org.huhang.kernel.access.Actor;

/**
 * Keeps a list to the cases its reader may know of: those living in their jurisdiction and those registered there. To be
 * put into the WHERE of every query over rows of cases.
 *
 * @param sql a condition in brackets
 * @param parameters its named parameters
 */
public record ScopeFilter(String sql, Map<String, Object> parameters) {

    /** For tables that name the columns as read models do. */
    public static ScopeFilter of(Actor actor) {
        return of(actor, "residence_scope", "hukou_scope");
    }

    /** @param columns column names, with an alias where needed, that hold today's division codes */
    public static ScopeFilter of(Actor actor, String residence, String hukou) {
        String prefix = actor.jurisdiction().prefix();
        return prefix.isEmpty()
                ? new ScopeFilter("(TRUE)", Map.of())
                : new ScopeFilter(
                        "(%s LIKE :scope OR %s LIKE :scope)".formatted(residence, hukou),
                        Map.of("scope", prefix + "%"));
    }
}
