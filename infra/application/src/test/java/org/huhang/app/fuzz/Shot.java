package org.huhang.app.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One request.
 *
 * @param operation its id in the document
 * @param target path and query, as sent
 * @param body null for none
 */
record Shot(String operation, Mood mood, String method, String target, Map<String, String> headers, byte[] body) {

    Shot {
        headers = new LinkedHashMap<>(headers);
    }

    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    @Override
    public String toString() {
        String shown = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        Map<String, String> said = new LinkedHashMap<>(headers);
        said.replaceAll((name, value) -> name.equals("Authorization") ? "(token)" : value);
        return "%s (%s) %s %s %s %s"
                .formatted(
                        operation,
                        mood,
                        method,
                        target,
                        said,
                        shown.length() > 2000 ? shown.substring(0, 2000) + "… " + shown.length() : shown);
    }
}
