package org.huhang.app.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One operation of the document. */
record Operation(String id, String method, String path, JsonNode definition) {

    /** Each sets much work going, which a fresh one only interrupts. */
    private static final Set<String> HEAVY =
            Set.of("rebuild-read-model", "restore-previous-read-model", "discard-previous-read-model");

    static List<Operation> all(JsonNode document) {
        List<Operation> all = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> all.add(new Operation(
                        method.getValue().path("operationId").asString(""),
                        method.getKey().toUpperCase(Locale.ROOT),
                        path.getKey(),
                        method.getValue()))));
        return all;
    }

    boolean isCommand() {
        return method.equals("POST") && (path.startsWith("/api/cases") || path.startsWith("/api/staff"));
    }

    boolean isHeavy() {
        return HEAVY.contains(id);
    }

    boolean isPublic() {
        return definition.has("security") && definition.path("security").isEmpty();
    }

    boolean isForOperators() {
        return path.startsWith("/api/read-models") || path.equals("/metrics");
    }

    List<JsonNode> parameters(String place) {
        return definition
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString("").equals(place))
                .toList();
    }

    JsonNode content() {
        return definition.path("requestBody").path("content");
    }
}
