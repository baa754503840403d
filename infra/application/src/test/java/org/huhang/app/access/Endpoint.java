package org.huhang.app.access;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** An address with its method, e.g. {@code GET /api/cases/{caseId}}. */
record Endpoint(String method, String path) {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    static Endpoint of(String text) {
        String[] parts = text.split(" ", 2);
        return new Endpoint(parts[0], parts[1]);
    }

    /** Every one that an OpenAPI document shows, but for those that it says need no token. */
    static Set<Endpoint> shownBy(JsonNode document) {
        Set<Endpoint> endpoints = new LinkedHashSet<>();
        document.path("paths").propertyNames().forEach(path -> document.path("paths")
                .path(path)
                .propertyNames()
                .forEach(member -> {
                    JsonNode security =
                            document.path("paths").path(path).path(member).path("security");
                    boolean open = security.isArray() && security.isEmpty();
                    if (METHODS.contains(member) && !open) {
                        endpoints.add(new Endpoint(member.toUpperCase(Locale.ROOT), path));
                    }
                }));
        return endpoints;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
