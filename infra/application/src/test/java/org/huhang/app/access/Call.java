package org.huhang.app.access;

import java.util.LinkedHashMap;
import java.util.Map;

/** A request that anybody might send. */
record Call(String method, String path, String body, Map<String, String> headers) {

    static Call get(String path) {
        return new Call("GET", path, "", Map.of());
    }

    static Call post(String path, String json) {
        return new Call("POST", path, json, Map.of("Content-Type", "application/json"));
    }

    static Call csv(String path, String csv) {
        return new Call("POST", path, csv, Map.of("Content-Type", "text/csv"));
    }

    /** The same, made to change nothing where it is let in: the version it claims to have seen never was. */
    Call harmless() {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put("If-Match", "\"999999\"");
        return new Call(method, path, body, more);
    }
}
