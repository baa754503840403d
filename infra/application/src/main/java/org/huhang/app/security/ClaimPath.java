package org.huhang.app.security;

import java.util.List;
import java.util.Map;

/**
 * Where in a token a value stands: the name of a claim, or the names on the way to it with dots between them, e.g.
 * {@code realm_access.roles}. A claim of just that name, dots and all, comes first: many are named after a web address.
 */
record ClaimPath(String path) {

    /** The value; of a list of one its element; null where there is none. A list of several is left one, for it is no answer. */
    Object in(Map<String, Object> claims) {
        Object value = claims.containsKey(path) ? claims.get(path) : nested(claims, path);
        return value instanceof List<?> list && list.size() == 1 ? list.getFirst() : value;
    }

    private static Object nested(Map<?, ?> claims, String path) {
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            if (claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner) {
                String rest = path.substring(dot + 1);
                return inner.containsKey(rest) ? inner.get(rest) : nested(inner, rest);
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return path;
    }
}
