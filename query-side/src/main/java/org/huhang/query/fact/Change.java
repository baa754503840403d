package org.huhang.query.fact;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One difference between two pictures of a case, or of another record.
 *
 * @param path into the document, e.g. {@code residence.division.code} or {@code guardians[1].contact}
 * @param before null where there was nothing
 * @param after null where there is nothing any more
 */
public record Change(String path, JsonNode before, JsonNode after) {

    private static final JsonNode NOTHING = JsonNodeFactory.instance.nullNode();

    /** Applied in order, they lead from one document to the other. A null document is one whose fields are all null. */
    public static List<Change> between(JsonNode before, JsonNode after) {
        List<Change> changes = new ArrayList<>();
        Set<String> fields = new LinkedHashSet<>();
        fields.addAll(before.propertyNames());
        fields.addAll(after.propertyNames());
        for (String field : fields) {
            compare(field, orNothing(before.get(field)), orNothing(after.get(field)), changes);
        }
        return changes;
    }

    private static void compare(String path, JsonNode before, JsonNode after, List<Change> changes) {
        if (before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject() && before.propertyNames().equals(after.propertyNames())) {
            for (String field : after.propertyNames()) {
                compare(path + "." + field, before.get(field), after.get(field), changes);
            }
        } else if (before.isArray() && after.isArray()) {
            elements(path, before, after, changes);
        } else {
            changes.add(new Change(path, before, after));
        }
    }

    /** Element by element; what is too many goes from the end. */
    private static void elements(String path, JsonNode before, JsonNode after, List<Change> changes) {
        int both = Math.min(before.size(), after.size());
        Iterator<JsonNode> olds = before.iterator();
        Iterator<JsonNode> news = after.iterator();
        for (int i = 0; i < both; i++) {
            compare(path + "[" + i + "]", olds.next(), news.next(), changes);
        }
        for (int i = before.size() - 1; i >= both; i--) {
            changes.add(new Change(path + "[" + i + "]", before.get(i), NOTHING));
        }
        for (int i = both; i < after.size(); i++) {
            changes.add(new Change(path + "[" + i + "]", NOTHING, after.get(i)));
        }
    }

    private static JsonNode orNothing(JsonNode node) {
        return node == null ? NOTHING : node;
    }
}
